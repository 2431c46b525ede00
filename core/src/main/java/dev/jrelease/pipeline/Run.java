package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Backoff;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Transfer;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.TaskId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a stage may look at while it does one of its tasks, and where it reports what happens.
 *
 * @param dist the folder for everything the release leaves on this machine
 * @param artifacts what the stages before this one produced
 */
public record Run(
        ReleasePlan plan,
        Environment environment,
        Path dist,
        TaskId task,
        List<Artifact> artifacts,
        ReleaseEvents events) {

    public Run {
        artifacts = List.copyOf(artifacts);
    }

    /** What the stages before this one produced of this kind. */
    public <A extends Artifact> List<A> produced(Class<A> kind) {
        return artifacts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** How requests to registries are repeated. */
    public Backoff retry() {
        return plan.retry();
    }

    /** Reports one line of what the task did, worth showing without being asked. */
    public void message(String text) {
        events.add(new ReleaseEvent.Message(task, text));
    }

    /** Reports one line of what a tool printed. */
    public void output(String line) {
        events.add(new ReleaseEvent.Output(task, Optional.empty(), line));
    }

    /** Reports something that stops nothing and should be known. */
    public void warning(String message) {
        events.add(new ReleaseEvent.Warning(task, message));
    }

    /** Reports how far a blob is on its way. */
    public void transferred(Transfer transfer) {
        events.add(new ReleaseEvent.Transferred(task, transfer));
    }

    /** Reports anything else that happened in the task. */
    public void report(Function<TaskId, ReleaseEvent.TaskEvent> event) {
        events.add(event.apply(task));
    }
}
