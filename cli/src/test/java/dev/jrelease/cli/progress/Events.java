package dev.jrelease.cli.progress;

import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.image.Transfer;
import dev.jrelease.image.Transfer.State;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Events of a release of two platforms. */
final class Events {
    static final TaskId AMD64 = task(1, "hello linux/amd64", Optional.of(Platform.of("linux", "amd64")));
    static final TaskId ARM64 = task(2, "hello linux/arm64", Optional.of(Platform.of("linux", "arm64")));
    static final TaskId TAGS = new TaskId("publish", 1, "2 tags", Optional.empty());

    private Events() {}

    private static TaskId task(int number, String title, Optional<Platform> platform) {
        return new TaskId("docker images", number, title, platform);
    }

    static List<ReleaseEvent> building() {
        return List.of(
                new ReleaseEvent.StageStarted("docker images", 2),
                new ReleaseEvent.TaskStarted(AMD64),
                new ReleaseEvent.TaskStarted(ARM64),
                finished(AMD64, "[1/3] COPY app /app", true),
                begun(AMD64, "[2/3] RUN make"),
                begun(ARM64, "[1/3] COPY app /app"));
    }

    static ReleaseEvent begun(TaskId task, String step) {
        return new ReleaseEvent.StepStarted(task, new BuildStep(step, step));
    }

    static ReleaseEvent finished(TaskId task, String step, boolean cached) {
        return new ReleaseEvent.StepFinished(task, new BuildStep(step, step), cached, Duration.ZERO);
    }

    static ReleaseEvent sent(String blob, State state, long done, long total) {
        Descriptor what = new Descriptor("application/x-tar", Digest.of(blob.getBytes(StandardCharsets.UTF_8)), total);
        return new ReleaseEvent.Transferred(TAGS, new Transfer(what, "ghcr.io/acme/hello", state, done));
    }
}
