package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.engine.EngineFault;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines that are not there, are of no use, or go wrong on the way. */
@Timeout(60)
class EngineFailureTest {
    private static final Platform ARM64 = EngineTest.ARM64;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final MemorySink sink = new MemorySink();

    private static ReleaseException failureOf(String host) {
        try (DockerEngine engine = EngineTest.engine(host, new Redactor())) {
            return catchThrowableOfType(ReleaseException.class, engine::info);
        }
    }

    @Test
    void saysWhereNoEngineAnswers() {
        ReleaseException failure = failureOf("unix:///nonexistent/docker.sock");

        assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
        assertThat(failure)
                .hasMessage("could not reach the Docker engine at unix:///nonexistent/docker.sock:"
                        + " No such file or directory");
        assertThat(failure.hint()).contains("start Docker, or set DOCKER_HOST to the address of the engine");
    }

    @Test
    void isAskedOnceHoweverManyNeedIt() {
        try (DockerEngine engine = EngineTest.engine("unix:///nonexistent/docker.sock", new Redactor())) {
            ReleaseException first = catchThrowableOfType(ReleaseException.class, engine::info);

            assertThat(catchThrowableOfType(ReleaseException.class, engine::info))
                    .isSameAs(first);
            assertThat(catchThrowableOfType(ReleaseException.class, engine::names))
                    .isSameAs(first);
        }
    }

    @Test
    void saysTheSameOfAHostThatIsNotKnownHoweverJavaSaysIt() {
        assertThat(EngineErrors.of(new UnknownHostException("foo: Name or service not known")))
                .isEqualTo("its name is not known");
        assertThat(EngineErrors.of(new UnknownHostException("foo"))).isEqualTo("its name is not known");
        assertThat(EngineErrors.of(new ConnectException("Connect to http://a:1 failed: Connection refused")))
                .isEqualTo("connection refused");
    }

    @ParameterizedTest
    @CsvSource({
        "1.41, Libpod-Api-Version: 5.4.2, it is Podman",
        "1.38, Api-Version: 1.38, so it has no BuildKit",
        "1.41, Server: something, is not a Docker engine"
    })
    void refusesWhatCannotBuild(String version, String header, String words) {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH, version, header + "\r\n")) {
            ReleaseException failure = failureOf(fake.host());

            assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
            assertThat(failure).hasMessageContaining(words);
        }
    }

    @Test
    void refusesWindowsContainers() {
        String headers = "Api-Version: 1.44\r\nOstype: windows\r\n";
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH, "1.44", headers)) {
            assertThat(failureOf(fake.host())).hasMessageContaining("Windows containers");
        }
    }

    @ParameterizedTest
    @CsvSource({"1.41, 1.41", "1.55, 1.55", "1.99, 1.55"})
    void speaksTheNewestVersionThatBothKnow(String theirs, String spoken) {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH, theirs, "");
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            assertThat(engine.info().apiVersion()).isEqualTo(spoken);
        }
    }

    private ReleaseException failedBuild(EngineFault fault) throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            fake.failNext(fault);
            Path context = BuildContext.of("FROM scratch\nCOPY Dockerfile /\n").in(folder);
            ImageBuild build = ImageBuild.of(ARM64, context).build();
            ReleaseException failure =
                    catchThrowableOfType(ReleaseException.class, () -> engine.build(build, BuildListener.SILENT));
            assertThat(failure).hasMessageStartingWith("could not build Dockerfile for linux/arm64: ");
            while (fake.runningBuilds() > 0) {
                Thread.onSpinWait();
            }
            assertThat(fake.imageIds()).isEmpty();
            return failure;
        }
    }

    /** It stands in the step, with its variables filled in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "executor failed running [/bin/sh -c a]: b]: exit code: 3                | exit code: 3",
                "process \"/bin/sh -c make: all\" did not complete successfully: exit code: 2 | exit code: 2",
                "failed to copy files: no such file                                       | failed to copy files: no such file",
            })
    void doesNotRepeatTheCommand(String said, String shown) throws Exception {
        assertThat(failedBuild(new EngineFault.FailedStep("", said)))
                .hasMessageStartingWith("could not build Dockerfile for linux/arm64: " + shown + "\n  step: ");
    }

    @Test
    void saysThatEmulationIsMissing() throws Exception {
        ReleaseException failure = failedBuild(new EngineFault.FailedStep(
                "exec /bin/sh: exec format error\n", "process \"/bin/sh -c x\" did not complete: exit code: 1"));

        assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
        assertThat(failure).hasMessageContaining("| exec /bin/sh: exec format error");
        assertThat(failure.hint().orElseThrow()).contains("linux/arm64", "qemu-user-static", "binfmt-support");
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        ReleaseException failure = failedBuild(
                new EngineFault.FailedStep("", "failed to copy files: write /large: no space left on device"));

        assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
        assertThat(failure.hint().orElseThrow()).contains("docker system df");
    }

    @Test
    void takesNoBaseOfAnotherPlatform() throws Exception {
        ReleaseException failure = failedBuild(new EngineFault.Warned(
                "InvalidBaseImagePlatform: Base image a:1 was pulled with platform \"linux/amd64\", expected"
                        + " \"linux/arm64\" for current build (line 1)"));

        assertThat(failure.kind()).isEqualTo(FailureKind.BUILD);
        assertThat(failure).hasMessageContaining(": Base image a:1 was pulled with platform");
        assertThat(failure.hint().orElseThrow()).contains("linux/arm64");
    }

    @Test
    void takesNoEndWithoutAnImageForSuccess() throws Exception {
        assertThat(failedBuild(new EngineFault.StrangeAnswer("")))
                .hasMessageEndingWith("the engine ended the build without an image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"moby.buildkit.trace\",\"aux\":",
                "<html>",
                "{\"id\":\"moby.buildkit.trace\",\"aux\":\"!\"}"
            })
    void saysThatTheAnswerCannotBeRead(String answer) throws Exception {
        ReleaseException failure = failedBuild(new EngineFault.StrangeAnswer(answer));

        assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT);
        assertThat(failure).hasMessageContaining("lost the Docker engine at tcp://127.0.0.1:");
    }

    @Test
    void saysThatTheEngineWentAway() throws Exception {
        assertThat(failedBuild(new EngineFault.LostBuild()))
                .hasMessageContaining("lost the Docker engine at tcp://127.0.0.1:");
    }

    @Test
    void repeatsWhyABuildIsRefused() throws Exception {
        ReleaseException failure = failedBuild(new EngineFault.RefusedBuild(400, "that is no platform"));

        assertThat(failure.kind()).isEqualTo(FailureKind.BUILD);
        assertThat(failure).hasMessageEndingWith(": that is no platform");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void asksForABuildOnce(int status) throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            fake.failNext(new EngineFault.RefusedBuild(status, "come back later"));
            Path context = BuildContext.of("FROM scratch\nCOPY Dockerfile /\n").in(folder);

            assertThatThrownBy(() -> engine.build(ImageBuild.of(ARM64, context).build(), BuildListener.SILENT))
                    .hasMessageEndingWith(": come back later");
            assertThat(fake.requests()).containsOnlyOnce("POST /build");
        }
    }

    @Test
    void saysThatAnImageHasNoFiles() throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            fake.failNext(new EngineFault.RefusedExport(500, "empty export - not implemented"));
            Path context = BuildContext.of("FROM scratch\nENV A=b\n").in(folder);
            ImageId id = engine.build(ImageBuild.of(ARM64, context).build(), BuildListener.SILENT);

            ReleaseException failure =
                    catchThrowableOfType(ReleaseException.class, () -> engine.export(id, ARM64, sink, BaseLayers.NONE));

            assertThat(failure.kind()).isEqualTo(FailureKind.BUILD);
            assertThat(failure).hasMessageEndingWith(": it has no files, and this engine cannot export such images");
            assertThat(failure.hint().orElseThrow()).contains("copy a file into it");
        }
    }

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void takesNoPartOfAnImageForTheWhole(ImageStore store) throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(store);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            Path context = BuildContext.of("FROM scratch\nCOPY a /a\nCOPY b /b\n")
                    .with("a", "first")
                    .with("b", "second")
                    .in(folder);
            ImageId id = engine.build(ImageBuild.of(ARM64, context).build(), BuildListener.SILENT);
            for (int bytes = 0; bytes < 6000; bytes += 700) {
                fake.failNext(new EngineFault.CutExport(bytes));
                assertNotRead(engine, id);
                fake.failNext(new EngineFault.LostExport(bytes));
                assertNotRead(engine, id);
            }
            assertThat(engine.export(id, ARM64, sink, BaseLayers.NONE).layers()).hasSize(2);
        }
    }

    private void assertNotRead(DockerEngine engine, ImageId id) {
        assertThatThrownBy(() -> engine.export(id, ARM64, sink, BaseLayers.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageStartingWith("could not read image " + id.abbreviated() + " (linux/arm64) from the Docker")
                .hasMessageContaining("archive");
    }

    @Test
    void aSinkThatFailsIsNotTheEnginesFault() throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            Path context =
                    BuildContext.of("FROM scratch\nCOPY a /a\n").with("a", "a").in(folder);
            ImageId id = engine.build(ImageBuild.of(ARM64, context).build(), BuildListener.SILENT);
            sink.beforeNext(() -> {
                throw new IOException("No space left on device");
            });

            assertThatThrownBy(() -> engine.export(id, ARM64, sink, BaseLayers.NONE))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageEndingWith(": No space left on device");
            assertThat(engine.export(id, ARM64, sink, BaseLayers.NONE).layers()).hasSize(1);
        }
    }

    @Test
    void anImageThatSharesALayerWithOneThatFailsIsReadAllTheSame() throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            ImageId first = shared(engine, "");
            ImageId second = shared(engine, "COPY own /own\n");
            CountDownLatch firstHasIt = new CountDownLatch(1);
            CountDownLatch secondWaits = new CountDownLatch(1);
            sink.beforeNext(() -> {
                firstHasIt.countDown();
                secondWaits.await();
                throw new IOException("No space left on device");
            });
            sink.beforeNext(secondWaits::countDown);
            FutureTask<ImageManifest> failing =
                    new FutureTask<>(() -> engine.export(first, ARM64, sink, BaseLayers.NONE));
            Thread.ofPlatform().start(failing);
            firstHasIt.await();

            assertThat(engine.export(second, ARM64, sink, BaseLayers.NONE).layers())
                    .hasSize(2);
            assertThatThrownBy(failing::get)
                    .cause()
                    .hasMessageStartingWith("could not read image " + first.abbreviated())
                    .hasMessageEndingWith(": No space left on device");
        }
    }

    private ImageId shared(DockerEngine engine, String more) throws Exception {
        Path context = BuildContext.of("FROM scratch\nCOPY common /common\n" + more)
                .with("common", "in both")
                .with("own", "in one")
                .in(folder);
        return engine.build(ImageBuild.of(ARM64, context).build(), BuildListener.SILENT);
    }

    @Test
    void saysThatTheContextIsMissing() {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            ImageBuild build =
                    ImageBuild.of(ARM64, folder.resolve("absent.tar")).build();

            assertThatThrownBy(() -> engine.build(build, BuildListener.SILENT))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("its context cannot be read: " + folder.resolve("absent.tar"));
        }
    }

    @Test
    void anInterruptEndsAnExport() throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            Path context =
                    BuildContext.of("FROM scratch\nCOPY a /a\n").with("a", "a").in(folder);
            ImageId id = engine.build(ImageBuild.of(ARM64, context).build(), BuildListener.SILENT);
            Thread caller = Thread.currentThread();
            sink.beforeNext(() -> {
                caller.interrupt();
                new CountDownLatch(1).await();
            });

            assertThatThrownBy(() -> engine.export(id, ARM64, sink, BaseLayers.NONE))
                    .isInstanceOf(InterruptedException.class);

            assertThat(engine.export(id, ARM64, sink, BaseLayers.NONE).layers()).hasSize(1);
        }
    }

    @Test
    void onlyBuildsThatMayNeedSomethingGetASession() throws Exception {
        try (FakeDockerEngine fake = FakeDockerEngine.start(ImageStore.GRAPH);
                DockerEngine engine = EngineTest.engine(fake.host(), new Redactor())) {
            Path plain = BuildContext.of("FROM scratch\nCOPY Dockerfile /\n").in(folder);
            engine.build(ImageBuild.of(ARM64, plain).build(), BuildListener.SILENT);
            assertThat(fake.requests()).contains("POST /build").doesNotContain("POST /session");

            Path based = BuildContext.of("FROM base:1\n").in(folder);
            assertThatThrownBy(() -> engine.build(ImageBuild.of(ARM64, based).build(), BuildListener.SILENT))
                    .hasMessageContaining("base:1");
            assertThat(fake.requests()).contains("POST /session");
        }
    }
}
