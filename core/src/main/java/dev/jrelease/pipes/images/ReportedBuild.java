package dev.jrelease.pipes.images;

import dev.jrelease.docker.buildkit.BuildEvent;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.pipeline.Run;
import dev.jrelease.report.ReleaseEvent;
import java.time.Duration;
import java.util.Optional;

/** Reports what happens in a build as events of its task. */
record ReportedBuild(Run run, OwnStep sending) implements BuildListener {
    /** A build about to begin. */
    static ReportedBuild of(Run run) {
        return new ReportedBuild(run, OwnStep.sending(run));
    }

    @Override
    public void on(BuildEvent event) {
        sending.close();
        switch (event) {
            case BuildEvent.Started(var step) -> run.report(task -> new ReleaseEvent.StepStarted(task, step));
            case BuildEvent.Cached(var step) ->
                run.report(task -> new ReleaseEvent.StepFinished(task, step, true, Duration.ZERO));
            case BuildEvent.Completed(var step, Duration took) ->
                run.report(task -> new ReleaseEvent.StepFinished(task, step, false, took));
            case BuildEvent.Failed(var step, String error) ->
                run.report(task -> new ReleaseEvent.StepFailed(task, step, error));
            case BuildEvent.Output(var step, String line) ->
                run.report(task -> new ReleaseEvent.Output(task, Optional.of(step), line));
            case BuildEvent.Warning(String message) -> run.warning(message);
        }
    }
}
