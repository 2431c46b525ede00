package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import java.util.List;

/** A stage with what it decided to do. */
public record PlannedPipe<C, T extends Task>(Pipe<C, T> pipe, Plan<T> plan) {

    public List<T> tasks() {
        return switch (plan) {
            case Plan.Tasks<T>(var tasks) -> tasks;
            case Plan.Skipped<T> skipped -> List.of();
        };
    }

    /** What is known already of what it will produce. */
    public List<Artifact> promises() {
        return tasks().stream().flatMap(task -> task.promises().stream()).toList();
    }
}
