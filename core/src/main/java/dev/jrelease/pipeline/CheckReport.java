package dev.jrelease.pipeline;

import dev.jrelease.failure.Problems;
import java.util.List;

/**
 * What can be said of a configuration without knowing anything of the world.
 *
 * @param environment the variables that have to be set for it, in the order of their names
 */
public record CheckReport(Problems problems, List<String> environment) {
    public CheckReport {
        environment = List.copyOf(environment);
    }
}
