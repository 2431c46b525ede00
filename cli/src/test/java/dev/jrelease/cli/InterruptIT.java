package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
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
    private final String sleep = "sleep " + ThreadLocalRandom.current().nextInt(1_000, 1_000_000);
    private GitWorkspace workspace;
    private Jrelease jrelease;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws IOException, InterruptedException {
        ShellImage.addTo(registry, "base/shell", "1");
        workspace = GitWorkspace.create(folder.resolve("slow"))
                .write("unique", UUID.randomUUID().toString())
                .write("Dockerfile", "FROM " + registry.address() + "/base/shell:1\nRUN " + sleep + "\n")
                .write(".release.yaml", """
                        version: 1
                        dockers:
                          - image_templates: ["{{ .Env.REGISTRY }}/acme/slow:{{ version }}"]
                          - dockerfile: Quick
                            image_templates: ["{{ .Env.REGISTRY }}/acme/quick:{{ version }}"]
                        """)
                .write("Quick", "FROM scratch\nLABEL quick=true\n")
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
        FutureTask<Outcome> release = new FutureTask<>(() -> jrelease.run("release"));
        Thread thread = Thread.ofPlatform().start(release);
        awaitStep();

        thread.interrupt();

        Outcome outcome = release.get();
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.INTERRUPTED.code());
        assertNothingIsLeft();
    }

    @Test
    void controlCEndsTheLauncherInTheSameWay(@TempDir Path logs) throws Exception {
        Path launcher = Path.of("target/jrelease/bin/jrelease").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(List.of(launcher.toString(), "release"))
                .directory(workspace.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("log").toFile());
        builder.environment().putAll(jrelease.variables());
        Process process = builder.start();
        awaitStep();

        Tool.run("kill", "-INT", Long.toString(process.pid()));

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(java.nio.file.Files.readString(logs.resolve("log")))
                .isEqualTo(ExitCode.INTERRUPTED.code());
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException, InterruptedException {
        while (stepIsRunning()) {
            Thread.onSpinWait();
        }
        assertThat(RealEngine.imagesOf(workspace.head())).isEmpty();
        assertThat(registry.writes()).isEmpty();
    }

    private void awaitStep() {
        while (!stepIsRunning()) {
            Thread.onSpinWait();
        }
    }

    /** The engine runs on this machine, so what it runs is seen here. */
    private boolean stepIsRunning() {
        String[] words = sleep.split(" ", -1);
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(words[1]))
                        .isPresent());
    }
}
