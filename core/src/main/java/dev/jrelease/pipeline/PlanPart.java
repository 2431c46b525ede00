package dev.jrelease.pipeline;

import java.util.List;

/**
 * What a plan shows of a stage.
 *
 * @param key of the plan's JSON form
 * @param title for people
 */
public record PlanPart(String key, String title, List<? extends Task> tasks) {
    public PlanPart {
        tasks = List.copyOf(tasks);
    }
}
