package dev.jrelease.pipeline;

import java.util.List;

/** The tasks of one kind that a plan has. */
public final class PlannedTasks {
    private PlannedTasks() {}

    public static <T extends Task> List<T> of(ReleasePlan plan, Class<T> kind) {
        return plan.tasks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
