package dev.jrelease.pipes.images;

import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.EngineInfo;
import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.report.ReleaseEvent.Verdict;
import dev.jrelease.text.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Checks what builds need of the host: an engine, disk space, and emulation of other platforms. */
final class BuildHost {
    private static final long LITTLE_ROOM = 1_000_000_000;

    private final DockerEngine engine;

    BuildHost(DockerEngine engine) {
        this.engine = engine;
    }

    void check(Run run) throws InterruptedException {
        run.check("engine", () -> {
            engine.connect();
            EngineInfo info = engine.info();
            return "Docker " + info.version() + " with BuildKit, " + info.os() + "/" + info.architecture()
                    + (info.containerdStore() ? ", images in containerd" : "");
        });
        checkDisk(run);
    }

    private static void checkDisk(Run run) {
        try {
            long free = Files.getFileStore(run.environment().workingDirectory()).getUsableSpace();
            boolean enough = free >= LITTLE_ROOM;
            run.checked(
                    "disk",
                    enough ? Verdict.PASSED : Verdict.DOUBTFUL,
                    ByteSize.text(free) + " free for " + run.plan().dist(),
                    enough ? Optional.empty() : Optional.of("free some, or set dist to a folder on another disk"));
        } catch (IOException unknown) {
            run.checked("disk", Verdict.DOUBTFUL, "it is not known how much is free", Optional.empty());
        }
    }

    /** Whether what the Dockerfile runs can be run. Only a warning: it may run programs of the host's own platform. */
    void checkPlatform(ImageTask task, Run run) throws InterruptedException {
        Platform platform = task.platform();
        Emulation emulation = Emulation.of(engine.info());
        Optional<Dockerfile> dockerfile = DockerfileText.of(task, run).map(Dockerfile::parse);
        if (dockerfile.isEmpty()) {
            return;
        }
        if (!RunSteps.runTarget(dockerfile.get())) {
            report(platform, Verdict.PASSED, "no program of it runs in the build", run);
        } else if (emulation.isNative(platform)) {
            report(platform, Verdict.PASSED, "runs on the engine's host", run);
        } else {
            emulated(platform, emulation.handler(platform), run);
        }
    }

    private static void emulated(Platform platform, Emulation.Handler handler, Run run) {
        switch (handler) {
            case PRESENT -> report(platform, Verdict.PASSED, "is emulated on the engine's host", run);
            case MISSING ->
                run.checked(
                        platform.toString(),
                        Verdict.DOUBTFUL,
                        "its programs do not run on the engine's host, and the Dockerfile runs some",
                        Optional.of("install qemu-user-static and binfmt-support there (Debian, Ubuntu), or run"
                                + " docker run --privileged --rm tonistiigi/binfmt --install "
                                + platform.architecture()));
            case UNKNOWN -> report(platform, Verdict.PASSED, "needs emulation, which cannot be seen from here", run);
        }
    }

    private static void report(Platform platform, Verdict verdict, String found, Run run) {
        run.checked(platform.toString(), verdict, found, Optional.empty());
    }
}
