package dev.jrelease.pipes.images;

import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.pipeline.Run;
import dev.jrelease.report.ReleaseEvent;
import java.time.Duration;

/** A step of jrelease itself, reported beside the steps of the engine's build. */
final class OwnStep implements AutoCloseable {
    private final Run run;
    private final BuildStep step;
    private final long begun = System.nanoTime();
    private boolean ended;

    private OwnStep(Run run, String name) {
        this.run = run;
        this.step = new BuildStep(name, name);
    }

    /** Packing the files of a build into its context. */
    static OwnStep packing(Run run) {
        return begin(run, "packing the build context");
    }

    /** Sending the context of a build to the engine. */
    static OwnStep sending(Run run) {
        return begin(run, "sending the build context");
    }

    /** Copying an image from the engine to the layout. */
    static OwnStep taking(Run run) {
        return begin(run, "taking the image from the engine");
    }

    private static OwnStep begin(Run run, String name) {
        OwnStep own = new OwnStep(run, name);
        run.report(task -> new ReleaseEvent.StepStarted(task, own.step));
        return own;
    }

    @Override
    public synchronized void close() {
        if (!ended) {
            ended = true;
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            run.report(task -> new ReleaseEvent.StepFinished(task, step, false, took));
        }
    }
}
