package dev.jrelease.pipeline;

import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.ReleaseException;
import java.util.List;
import java.util.Optional;

/** A stage with its plan. */
public record PlannedPipe<C, T extends Task>(Pipe<C, T> pipe, Plan<T> plan) {

    public List<T> tasks() {
        return plan instanceof Plan.Tasks<T> planned ? planned.tasks() : List.of();
    }

    /** Whether it writes files that later stages read. */
    boolean makesFiles() {
        return tasks().stream().anyMatch(pipe::makesFiles);
    }

    /** What the plan shows of it. */
    List<PlanPart> parts() {
        return pipe.parts(tasks());
    }

    /** Warnings about tasks that no release can run. */
    List<Problem> refusals() {
        return tasks().stream()
                .flatMap(task -> pipe.refusal(task).flatMap(refusal -> warning(task, refusal)).stream())
                .toList();
    }

    private static Optional<Problem> warning(Task task, ReleaseException refusal) {
        String when = task.condition()
                .map(condition -> "where " + condition + " is true, ")
                .orElse("");
        return refusal.location()
                .map(place -> new Problem(
                        Severity.WARNING, place, when + "a release " + refusal.getMessage(), refusal.hint()));
    }
}
