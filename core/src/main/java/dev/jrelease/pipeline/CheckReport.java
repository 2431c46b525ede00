package dev.jrelease.pipeline;

import dev.jrelease.failure.Problems;
import java.util.List;

/**
 * The result of a check.
 *
 * @param environment the environment variables that the configuration requires, sorted
 */
public record CheckReport(Problems problems, List<String> environment) {
    public CheckReport {
        environment = List.copyOf(environment);
    }
}
