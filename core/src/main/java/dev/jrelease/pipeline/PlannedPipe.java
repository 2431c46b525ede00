package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.ReleaseException;
import java.util.List;

/** A stage with what it decided to do. */
public record PlannedPipe<C, T extends Task>(Pipe<C, T> pipe, Plan<T> plan) {

    public List<T> tasks() {
        return switch (plan) {
            case Plan.Tasks<T>(var tasks) -> tasks;
            case Plan.Skipped<T> skipped -> List.of();
        };
    }

    /** Warnings of what no release can do of it. */
    List<Problem> refusals() {
        return tasks().stream()
                .flatMap(task -> pipe.refusal(task).stream())
                .flatMap(refusal -> refusal.location().map(place -> warning(place, refusal)).stream())
                .toList();
    }

    private static Problem warning(Location place, ReleaseException refusal) {
        return new Problem(Severity.WARNING, place, "a release " + refusal.getMessage(), refusal.hint());
    }

    /** What is known already of what it will produce. */
    public List<Artifact> promises() {
        return tasks().stream().flatMap(task -> task.promises().stream()).toList();
    }
}
