package dev.jrelease.pipeline;

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
 * The inputs of a running task, and the receiver of its events.
 *
 * @param dist the folder for results
 * @param handedOn by the stages before this one
 */
public record Run(
        ReleasePlan plan, Environment environment, Path dist, TaskId task, HandedOn handedOn, ReleaseEvents events) {

    /** Hands something on to later stages. */
    public <V> void handOn(Handover<V> handover, V value) {
        handedOn.add(handover, task, value);
    }

    /** What earlier stages have handed on. */
    public <V> List<V> taken(Handover<V> handover) {
        return handedOn.of(handover);
    }

    /** The same for a part of the task, such as one tag: what is reported is about it. */
    public Run about(String part) {
        TaskId id = new TaskId(task.stage(), task.number(), part, Optional.empty());
        return new Run(plan, environment, dist, id, handedOn, events);
    }

    /** How requests to registries are repeated. */
    public Backoff retry() {
        return plan.retry();
    }

    /** Reports a line about what the task did, which is shown always. */
    public void message(String text) {
        events.add(new ReleaseEvent.Message(task, text));
    }

    /** Reports a line of output of a program. */
    public void output(String line) {
        events.add(new ReleaseEvent.Output(task, Optional.empty(), line));
    }

    /** Reports a warning. */
    public void warning(String message) {
        events.add(new ReleaseEvent.Warning(task, message));
    }

    /** Reports the progress of a blob. */
    public void transferred(Transfer transfer) {
        events.add(new ReleaseEvent.Transferred(task, transfer));
    }

    /** Reports another event of the task. */
    public void report(Function<TaskId, ReleaseEvent.TaskEvent> event) {
        events.add(event.apply(task));
    }
}
