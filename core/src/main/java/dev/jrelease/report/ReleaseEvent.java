package dev.jrelease.report;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Retry;
import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.image.Transfer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that happened during a release. A listener gets it with the time at which it happened. */
public sealed interface ReleaseEvent {

    /** Something about a stage as a whole. */
    sealed interface StageEvent extends ReleaseEvent {
        String stage();
    }

    /** Something about one task. Before the first stage starts, tasks are checked: such events come before their start. */
    sealed interface TaskEvent extends ReleaseEvent {
        TaskId task();
    }

    /**
     * A condition of the release was looked at, before its first stage.
     *
     * @param what it is about, in a few words; several tasks may have the same
     * @param found in words: what is there, or what is missing
     */
    record Checked(String what, Verdict verdict, String found, Optional<String> hint) implements ReleaseEvent {}

    /** Whether a release can go on. */
    enum Verdict {
        PASSED,
        /** It may fail later. */
        DOUBTFUL,
        FAILED
    }

    record StageStarted(String stage, int tasks) implements StageEvent {}

    record StageSkipped(String stage, String reason) implements StageEvent {}

    record StageFinished(String stage) implements StageEvent {}

    /** A task of the stage failed or was stopped. No further stage starts. */
    record StageFailed(String stage) implements StageEvent {}

    record TaskStarted(TaskId task) implements TaskEvent {}

    record TaskFinished(TaskId task, List<Artifact> produced) implements TaskEvent {
        public TaskFinished {
            produced = List.copyOf(produced);
        }
    }

    record TaskFailed(TaskId task, Throwable failure) implements TaskEvent {}

    /** The task was interrupted: another one failed, or the run was stopped. */
    record TaskStopped(TaskId task) implements TaskEvent {}

    /** One line about what a task did, which is always shown: {@code pushed …@sha256:…}. */
    record Message(TaskId task, String text) implements TaskEvent {}

    /** A step of an image's build is being done. */
    record StepStarted(TaskId task, BuildStep step) implements TaskEvent {}

    /**
     * A step is done.
     *
     * @param cached whether its result was there already; such a step is not always started
     * @param took as the builder measured it
     */
    record StepFinished(TaskId task, BuildStep step, boolean cached, Duration took) implements TaskEvent {}

    record StepFailed(TaskId task, BuildStep step, String error) implements TaskEvent {}

    /**
     * One line of what a tool printed.
     *
     * @param step the step of a build whose program it was
     */
    record Output(TaskId task, Optional<BuildStep> step, String line) implements TaskEvent {}

    /** The progress of a blob. */
    record Transferred(TaskId task, Transfer transfer) implements TaskEvent {}

    /** A request to a registry failed and is tried again. It belongs to no task: several may wait for it. */
    record Retried(Retry retry) implements ReleaseEvent {}

    /**
     * Something that stops nothing and should be known.
     *
     * @param about what it is about, in a few words; of a task, its title
     */
    record Warning(Optional<TaskId> task, String about, String message) implements ReleaseEvent {
        public Warning(TaskId task, String message) {
            this(Optional.of(task), task.title(), message);
        }

        public Warning(String about, String message) {
            this(Optional.empty(), about, message);
        }
    }
}
