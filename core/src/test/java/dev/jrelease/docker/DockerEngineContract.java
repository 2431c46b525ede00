package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.docker.buildkit.BuildEvent;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.CompressedLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Secret;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine does, the fake as well as real ones. */
@Timeout(120)
abstract class DockerEngineContract extends EngineTest {

    DockerEngineContract(EngineUnderTest tested) {
        super(tested);
    }

    @Test
    void saysWhatItIs() {
        EngineInfo info = engine.info();

        assertThat(info.os()).isEqualTo("linux");
        assertThat(info.architecture()).isNotEmpty();
        assertThat(info.version()).isNotEmpty();
        assertThat(info.apiVersion()).matches("1\\.\\d\\d");
    }

    @Test
    void buildsPlatformsSideBySideAndCompressesWhatTheyShareOnce() throws Exception {
        byte[] common = new byte[300_000];
        new Random(1).nextBytes(common);
        Path context = BuildContext.of("FROM scratch\nCOPY common /common\nARG TARGETARCH\nCOPY bin-$TARGETARCH /bin\n")
                .with("common", common)
                .with("bin-amd64", "for amd64 " + unique())
                .with("bin-arm64", "for arm64 " + unique())
                .in(folder);

        List<ImageManifest> images = Parallel.run(2, List.of(image(context, AMD64), image(context, ARM64)));

        assertThat(config(images.getFirst()).platform()).isEqualTo(AMD64);
        assertThat(config(images.getLast()).platform()).isEqualTo(ARM64);
        assertThat(images.getFirst().layers().getFirst())
                .isEqualTo(images.getLast().layers().getFirst());
        assertThat(sink.compressed.get()).isEqualTo(engine.info().containerdStore() ? 0 : 3);
    }

    @Test
    void pushesIntoARepositoryWithoutATagWhatHasTheDigestOfAnExport() throws Exception {
        if (!engine.info().pushesByDigest()) {
            return; // it is never asked to
        }
        String page = unique();
        BuildContext context =
                BuildContext.of("FROM scratch\nCOPY page /opt/page\n").with("page", page);
        ImageBuild build =
                of(context).buildArgs(Map.of("SOURCE_DATE_EPOCH", "1000000000")).build();
        try (FakeRegistry registry = FakeRegistry.start()) {
            InRepository place = new InRepository(registry.address() + "/acme/hello", Access.STRICT);

            switch (engine.buildInto(place, build, events::add)) {
                case RepositoryBuild.Pushed(Digest digest) -> {
                    assertThat(registry.manifest("acme/hello", digest.toString()))
                            .isPresent();
                    assertThat(registry.tags("acme/hello")).isEmpty();
                    assertThat(engine.contains(new ImageId(digest))).isFalse();
                    assertThat(engine.export(build(build), AMD64, sink, BaseLayers.NONE)
                                    .digest())
                            .isEqualTo(digest);
                }
                case RepositoryBuild.NotPushed(String why) ->
                    assertThat(why).as("it has a network of its own").contains("refused");
            }
        }
    }

    private Callable<ImageManifest> image(Path context, Platform platform) {
        return () -> engine.export(build(ImageBuild.of(platform, context).build()), platform, sink, BaseLayers.NONE);
    }

    @Test
    void exportsWithOciTypesWhatTheConfigurationPromises() throws Exception {
        ImageManifest manifest = export(BuildContext.of("FROM scratch\nCOPY a /a\nCOPY a /b\nCOPY a /b\n")
                .with("a", unique()));

        assertThat(manifest.mediaType()).isEqualTo(MediaTypes.OCI_MANIFEST);
        assertThat(manifest.config().mediaType()).isEqualTo(MediaTypes.OCI_CONFIG);
        assertThat(manifest.layers()).extracting(Descriptor::mediaType).containsOnly(MediaTypes.OCI_LAYER_GZIP);
        assertThat(sink.get(manifest.digest())).isEqualTo(manifest.bytes());
        assertThat(manifest.layers().stream().map(layer -> diffId(layer)).toList())
                .hasSize(3)
                .isEqualTo(config(manifest).diffIds());
    }

    @Test
    void compressesNothingThatTheSinkHas() throws Exception {
        ImageId id = build(of(BuildContext.of("FROM scratch\nCOPY a /a\nCOPY b /b\nLABEL words=\"<a> & b\"\n")
                        .with("a", unique())
                        .with("b", unique()))
                .build());
        ImageManifest first = engine.export(id, AMD64, sink, BaseLayers.NONE);
        int once = sink.compressed.get();

        try (DockerEngine another = engine(tested.host(), redactor)) {
            assertThat(another.export(id, AMD64, sink, BaseLayers.NONE)).isEqualTo(first);
        }

        // The name of the last layer in an old archive depends on how the engine writes these signs.
        assertThat(sink.compressed.get() - once).isLessThanOrEqualTo(1);
    }

    /** Engines with a graph driver compress again what they push; those with containerd's store are never asked to. */
    @Test
    void pushesWhatItWouldGiveAway() throws Exception {
        if (engine.info().containerdStore()) {
            return;
        }
        ImageId id = build(of(BuildContext.of("FROM scratch\nCOPY a /a\nCOPY b /b\nCOPY b /b\n")
                        .with("a", unique())
                        .with("b", unique().repeat(20_000)))
                .build());
        MemorySink pushed = new MemorySink();
        engine.tag(id, "jrelease-test/pushed", "1");

        ImageManifest manifest = engine.push(id, AMD64, pushed, BaseLayers.NONE, CompressedLayers.NONE, unique());

        assertThat(manifest).isEqualTo(engine.export(id, AMD64, sink, BaseLayers.NONE));
        assertThat(pushed.content.keySet()).isEqualTo(sink.content.keySet());
        assertThat(engine.names().get(id)).containsExactly("jrelease-test/pushed:1");
        engine.untag("jrelease-test/pushed:1");
    }

    private String diffId(Descriptor layer) {
        try (var tar = new GZIPInputStream(new ByteArrayInputStream(sink.get(layer.digest())))) {
            return Digest.of(tar).toString();
        } catch (IOException notCompressed) {
            throw new AssertionError(notCompressed);
        }
    }

    private ImageManifest export(BuildContext context) throws Exception {
        return engine.export(build(of(context).build()), AMD64, sink, BaseLayers.NONE);
    }

    @Test
    void givesLabelsAndArgumentsToTheWantedStage() throws Exception {
        BuildContext context =
                new BuildContext().with("docker/App.Dockerfile", """
                        FROM scratch AS one
                        ARG COLOUR=red
                        LABEL colour=$COLOUR
                        COPY a /a
                        ENTRYPOINT ["/a"]
                        FROM scratch AS two
                        COPY a /never
                        """).with("a", unique());
        ImageBuild build = of(context)
                .dockerfile("docker/App.Dockerfile")
                .target("one")
                .buildArgs(Map.of("COLOUR", "light blue & green"))
                .labels(Map.of("org.example.words", "ö=\"1\", {2}"))
                .build();

        ImageConfig config = config(engine.export(build(build), AMD64, sink, BaseLayers.NONE));

        assertThat(config.labels())
                .containsEntry("colour", "light blue & green")
                .containsEntry("org.example.words", "ö=\"1\", {2}");
        assertThat(config.entrypoint()).containsExactly("/a");
        assertThat(config.diffIds()).hasSize(1);
    }

    @Test
    void tellsWhatProgramsPrintWithSecretsMasked() throws Exception {
        redactor.learn(new Secret("hunter2hunter2"));
        String run = "RUN echo says hunter2hunter2 in " + unique();

        build(of(BuildContext.of("FROM " + tested.base() + "\n" + run + "\n")).build());

        assertThat(events)
                .anyMatch(event -> event instanceof BuildEvent.Output(var step, String line)
                        && step.name().contains("RUN echo says ***")
                        && line.startsWith("says *** in "))
                .anyMatch(event -> event instanceof BuildEvent.Completed(var step, var took)
                        && step.name().contains("RUN echo says")
                        && !took.isNegative())
                .noneMatch(event -> event.toString().contains("hunter2"));
    }

    @Test
    void masksEachLineOfASecret() throws Exception {
        ImageBuild build = of(BuildContext.of(
                        "FROM " + tested.base() + "\nRUN echo has second-line " + unique() + "\n"))
                .secrets(Map.of("key", new Secret("first-line\nsecond-line\n")))
                .build();

        build(build);

        assertThat(events)
                .anyMatch(event ->
                        event instanceof BuildEvent.Output(var step, String line) && line.startsWith("has *** "))
                .noneMatch(event -> event.toString().contains("second-line"));
    }

    @Test
    void saysWhichStepFailedAndWhatItPrinted() throws Exception {
        Path context = BuildContext.of("FROM " + tested.base() + "\nRUN echo " + unique() + " is broken; exit 3\n")
                .in(folder);

        assertThatThrownBy(() -> build(ImageBuild.of(AMD64, context).build()))
                .asInstanceOf(type(ReleaseException.class))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD))
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("could not build Dockerfile for linux/amd64: ")
                .doesNotContain("failed to solve")
                .contains("exit code: 3")
                .containsPattern("step: \\[\\d/\\d] RUN echo")
                .containsPattern("\\| [0-9a-f-]{36} is broken");
    }

    @ParameterizedTest
    @CsvSource({"nothing, nothing", "a/nothing, a/nothing", "a/b target/*.jar, target", "a/b a/target/*.jar, a/target"})
    void saysWhichFileOrFolderIsMissing(String source, String missing) {
        assertThatThrownBy(() -> export(BuildContext.of("FROM scratch\nCOPY " + source + " /x/\n")
                        .with("a/b", "b")))
                .asInstanceOf(type(MissingSourceException.class))
                .extracting(MissingSourceException::path)
                .isEqualTo(missing);
    }

    @Test
    void copiesNothingForAPatternThatMatchesNothing() throws Exception {
        String dockerfile = "FROM scratch\nCOPY a/b a/*.jar /x/\n";

        assertThat(export(BuildContext.of(dockerfile).with("a/b", "b")).layers())
                .hasSize(1);
    }

    @Test
    void saysWhichLineIsInvalid() {
        assertThatThrownBy(() -> export(BuildContext.of("FROM scratch\n\nCOPPY a /a\n")))
                .hasMessageContaining("unknown instruction: COPPY")
                .asInstanceOf(type(InvalidDockerfileException.class))
                .extracting(InvalidDockerfileException::line)
                .isEqualTo(3);
    }

    @Test
    void saysThatThereIsNoDockerfile() {
        assertThatThrownBy(() -> export(new BuildContext().with("a", "a")))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("Dockerfile");
    }

    @Test
    void repeatsWhyABuildWithALargeContextIsRefused() throws Exception {
        ImageBuild build = of(BuildContext.of("FROM scratch\nCOPY large /\n").with("large", new byte[16_000_000]))
                .networkMode("carrier-pigeon")
                .build();

        assertThatThrownBy(() -> build(build))
                .asInstanceOf(type(ReleaseException.class))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD))
                .extracting(Throwable::getMessage)
                .asString()
                .contains("network mode")
                .contains("carrier-pigeon");
    }

    @Test
    void anInterruptEndsTheBuildInTheEngineToo() throws Exception {
        int seconds = 1000 + new Random().nextInt(1_000_000);
        String command = "sleep " + seconds;
        ImageBuild build = of(BuildContext.of("FROM " + tested.base() + "\nRUN echo begun; " + command + "\n"))
                .build();
        CountDownLatch begun = new CountDownLatch(1);
        BuildListener listener = event -> {
            if (event instanceof BuildEvent.Output) {
                begun.countDown();
            }
        };
        FutureTask<Throwable> outcome = new FutureTask<>(() -> failureOf(() -> engine.build(build, listener)));
        Thread thread = Thread.ofPlatform().start(outcome);
        begun.await();
        await(() -> tested.isRunning(command));

        thread.interrupt();

        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
        await(() -> !tested.isRunning(command));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Throwable failureOf(Callable<?> work) {
        try {
            return new AssertionError("not interrupted, but " + work.call());
        } catch (Exception failure) {
            return failure;
        }
    }

    @Test
    void anImageThatIsBuiltWithANameIsTheSame() throws Exception {
        ImageBuild request = of(BuildContext.of("FROM scratch\nCOPY a /a\n").with("a", unique()))
                .build();
        String name = "jrelease-test/named:" + unique();

        ImageId id = build(request.named(name));

        assertThat(engine.names().get(id)).containsExactly(name);
        assertThat(build(request)).isEqualTo(id);
        assertThat(engine.names().get(id)).containsExactly(name);
        engine.untag(name);
        assertThat(engine.contains(id)).isFalse();
    }

    @Test
    void aTagChangesNothingOfAnImageThatGoesWithItsLast() throws Exception {
        ImageId id = build(of(BuildContext.of("FROM scratch\nCOPY a /a\n").with("a", unique()))
                .build());
        ImageManifest untagged = engine.export(id, AMD64, sink, BaseLayers.NONE);
        String tag = unique();

        assertThat(engine.tag(id, "jrelease-test/tagged", tag)).isTrue();
        assertThat(engine.tag(id, "jrelease-test/tagged", tag + "-2")).isTrue();

        assertThat(engine.names().get(id))
                .containsExactlyInAnyOrder("jrelease-test/tagged:" + tag, "jrelease-test/tagged:" + tag + "-2");
        assertThat(engine.export(id, AMD64, sink, BaseLayers.NONE)).isEqualTo(untagged);
        engine.untag("jrelease-test/tagged:" + tag);
        assertThat(engine.contains(id)).isTrue();
        engine.untag("jrelease-test/tagged:" + tag + "-2");
        engine.untag("jrelease-test/tagged:" + tag + "-2");
        assertThat(engine.contains(id)).isFalse();
        assertThat(engine.tag(id, "jrelease-test/tagged", tag)).isFalse();
        assertThatThrownBy(() -> engine.export(id, AMD64, sink, BaseLayers.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(id.abbreviated());
    }

    @Test
    void removesInAnInterruptedThreadToo() throws Exception {
        ImageId id = build(of(BuildContext.of("FROM scratch\nCOPY a /a\n").with("a", unique()))
                .build());

        Thread.currentThread().interrupt();
        engine.untag(id.toString());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(engine.contains(id)).isFalse();
    }
}
