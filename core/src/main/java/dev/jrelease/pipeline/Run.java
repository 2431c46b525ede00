package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Backoff;
import dev.jrelease.environment.Environment;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import java.nio.file.Path;
import java.util.List;

/**
 * What a stage may look at while it runs.
 *
 * @param dist the folder for everything the release leaves on this machine
 * @param artifacts what the stages before this one produced
 */
public record Run(
        ReleasePlan plan,
        Environment environment,
        Path dist,
        String pipe,
        List<Artifact> artifacts,
        ReleaseListener listener) {

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

    public void progress(Task task, String message) {
        listener.on(new ReleaseEvent.Progress(pipe, task.title(), message));
    }

    public void output(Task task, String line) {
        listener.on(new ReleaseEvent.Output(pipe, task.title(), line));
    }

    public void warning(Task task, String message) {
        listener.on(new ReleaseEvent.Warning(pipe, task.title(), message));
    }
}
