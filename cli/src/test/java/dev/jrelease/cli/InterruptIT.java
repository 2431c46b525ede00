package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Write;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whoever stops a release in the middle finds no build running, no image left and no tag written. */
@ExtendWith(RealEngine.class)
@SuppressWarnings("NullAway.Init")
class InterruptIT {
    private final FakeRegistry registry = FakeRegistry.start();
    private final String seconds = String.valueOf(ThreadLocalRandom.current().nextInt(1_000, 1_000_000));
    private final Terminal terminal = new Terminal();
    private GitWorkspace workspace;
    private Jrelease jrelease;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws IOException, InterruptedException {
        ShellImage.addTo(registry, "base/shell", "1");
        workspace = GitWorkspace.create(folder.resolve("slow"))
                .write("unique", UUID.randomUUID().toString())
                .write(
                        "Dockerfile",
                        "FROM " + registry.address() + "/base/shell:1\nRUN echo begun-$((6*7)); sleep " + seconds
                                + "\n")
                .write(".release.yaml", """
                        version: 1
                        dockers:
                          - image_templates: ["{{ .Env.REGISTRY }}/acme/slow:{{ version }}"]
                          - dockerfile: Quick
                            extra_files: [unique]
                            image_templates: ["{{ .Env.REGISTRY }}/acme/quick:{{ version }}"]
                        """)
                .write("Quick", "FROM scratch\nCOPY unique /\n")
                .commit("Take a while")
                .tag("v1.0.0");
        jrelease = RealEngine.known(Jrelease.in(workspace)).with("REGISTRY", registry.address());
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void anInterruptEndsTheReleaseAndItsBuilds() throws Exception {
        FutureTask<Outcome> release = new FutureTask<>(() -> {
            try (PrintStream err = new PrintStream(terminal, true, StandardCharsets.UTF_8)) {
                return jrelease.run(err, "release", "--verbose");
            }
        });
        Thread thread = Thread.ofPlatform().start(release);
        ProcessHandle step = awaitStep();

        thread.interrupt();

        assertThat(release.get().code()).as(terminal.toString()).isEqualTo(ExitCode.INTERRUPTED.code());
        assertNothingIsLeft(step);
    }

    /** SIGTERM, and not the SIGINT of Ctrl-C, which a process that was started in the background ignores. */
    @Test
    void aSignalEndsTheLauncherInTheSameWay() throws Exception {
        Path launcher = Path.of("target/jrelease/bin/jrelease").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "release", "--verbose")
                .directory(workspace.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(jrelease.variables());
        Process process = builder.start();
        FutureTask<Long> reading = new FutureTask<>(() -> {
            try (terminal;
                    InputStream words = process.getInputStream()) {
                return words.transferTo(terminal);
            }
        });
        Thread.ofPlatform().start(reading);
        ProcessHandle step = awaitStep();

        Tool.run("kill", "-TERM", Long.toString(process.pid()));

        reading.get();
        assertThat(process.waitFor()).as(terminal.toString()).isEqualTo(ExitCode.INTERRUPTED.code());
        assertNothingIsLeft(step);
    }

    private void assertNothingIsLeft(ProcessHandle step) throws Exception {
        step.onExit().get();
        assertThat(RealEngine.imagesOf(workspace.head())).isEmpty();
        assertThat(registry.writes())
                .as("blobs of images that were built, and nothing that names them")
                .allMatch(write -> write.kind() == Write.Kind.BLOB);
    }

    /** The engine is on this machine, so the processes of its builds are seen. */
    private ProcessHandle awaitStep() throws InterruptedException {
        assertThat(terminal.shows("begun-42")).as(terminal.toString()).isTrue();
        Optional<ProcessHandle> step = Optional.empty();
        while (step.isEmpty()) {
            step = ProcessHandle.allProcesses().filter(this::isStep).findAny();
        }
        return step.get();
    }

    private boolean isStep(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> List.of(arguments).equals(List.of(seconds)))
                .isPresent();
    }
}
