package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} lists everything that a release needs, also where some of it is missing. */
@SuppressWarnings("NullAway.Init")
class DoctorTest {
    private Bench bench;

    @BeforeEach
    void makeBench(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String name() {
        return bench.registry().address() + "/acme/hello";
    }

    @Test
    void allIsWell() {
        Outcome outcome = bench.jrelease().run("doctor");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out().lines())
                .contains(
                        "✓ git: tag v1.2.3",
                        "✓ linux/amd64: no program of it runs in the build",
                        "✓ linux/arm64: no program of it runs in the build",
                        "✓ Dockerfile: is there, with the files that it copies",
                        "✓ push to " + name() + ": accepted",
                        "✓ tag " + name() + ":1.2.3: is free",
                        "a release can begin")
                .anyMatch(line -> line.startsWith("✓ engine: Docker "))
                .anyMatch(line -> line.startsWith("✓ disk: ") || line.startsWith("! disk: "));
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void nothingIsWritten() {
        bench.jrelease().run("doctor");

        assertThat(bench.registry().tagWrites()).isEmpty();
        assertThat(Files.exists(bench.workspace().folder().resolve("dist"))).isFalse();
    }

    @Test
    void tagsThatAreThereAreNamed() {
        bench.jrelease().run("release");

        assertThat(bench.jrelease().run("doctor").out()).containsPattern("✓ tag \\S+:1.2.3: is there:\\s+sha256:");
    }

    @Test
    void whatIsMissingIsListedBesideWhatIsThere() throws Exception {
        Files.delete(bench.workspace().folder().resolve("bin/arm64/hello"));
        bench.workspace().commit("Lose a program");

        Outcome outcome =
                bench.jrelease().with("DOCKER_HOST", "unix:///nowhere.sock").run("doctor");

        assertThat(outcome.code()).isEqualTo(ExitCode.GIT.code());
        assertThat(outcome.out().lines())
                .anyMatch(line -> line.startsWith("✗ git: could not release"))
                .anyMatch(line -> line.startsWith("✗ engine: could not "))
                .anyMatch(line -> line.startsWith("✗ "))
                .contains("✓ push to " + name() + ": accepted");
        assertThat(outcome.out()).contains("    hint: ").contains("a release cannot begin: ");
    }

    @Test
    void aMissingFileKeepsNothingElseFromBeingChecked() throws Exception {
        bench.workspace().write("Dockerfile", "FROM scratch\nCOPY nothing /\n").commit("Copy nothing");
        bench.workspace().git("tag", "--force", "v1.2.3");

        Outcome outcome =
                bench.jrelease().with("DOCKER_HOST", "unix:///nowhere.sock").run("release");

        assertThat(outcome.err()).contains("COPY needs nothing", "could not reach the Docker engine");
    }

    @Test
    void aBaseWithoutAPlatformIsFound() throws Exception {
        ShellImage.addTo(bench.registry(), "base/shell", "1");
        bench.workspace().write("Dockerfile", "FROM " + bench.registry().address() + "/base/shell:1\n");

        Outcome outcome = bench.jrelease().run("doctor");

        String base = bench.registry().address() + "/base/shell:1";
        assertThat(outcome.out().lines()).contains("✓ base " + base + " for linux/amd64: is in its registry");
        assertThat(outcome.out().replaceAll("\\s+", " "))
                .contains("its base image " + base + " has no linux/arm64, only linux/amd64");
        assertThat(bench.jrelease().run("release", "--snapshot").err()).contains("has no linux/arm64");
    }

    @Test
    void aRegistryThatIsSilentTakesABoundedTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();
            Outcome outcome = bench.jrelease().with("REGISTRY", address).run("doctor");

            assertThat(outcome.code()).isNotZero();
            assertThat(outcome.out())
                    .contains("✗ push to " + address + "/acme/hello: ", "no answer within", "✓ engine: ");
        }
    }

    @Test
    void aTagThatCannotBeLookedUpIsDoubtful() {
        bench.registry().failNext(request -> request.path().endsWith("/manifests/1.2.3"), Fault.status(400), 2);

        Outcome outcome = bench.jrelease().run("doctor");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out())
                .contains("! tag " + name() + ":1.2.3: not looked up: ", "✓ push to " + name() + ": accepted");
    }

    @Test
    void aReleaseBeginsWithTheSame() {
        assertThat(bench.jrelease()
                        .run("release", "--log-format", "json")
                        .err()
                        .lines()
                        .takeWhile(line -> !line.contains("\"stage_started\"")))
                .anyMatch(line -> line.contains("\"about\":\"engine\",\"verdict\":\"passed\""))
                .anyMatch(line -> line.contains("\"about\":\"push to " + name() + "\""));
    }
}
