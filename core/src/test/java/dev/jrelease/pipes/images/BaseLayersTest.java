package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.LayerTar;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.engine.EngineFault;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.Request;
import dev.jrelease.testkit.registry.StoredManifest;
import dev.jrelease.testkit.registry.Write;
import dev.jrelease.testkit.registry.Write.Kind;
import dev.jrelease.verify.ElfFiles;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An image keeps the layers of the image that it is based on as that one's registry has them. */
@SuppressWarnings("NullAway.Init")
class BaseLayersTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final FakeRegistry other = FakeRegistry.start();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private GitWorkspace work;
    private boolean verified = true;
    private Runnable atStart = () -> {};

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        work = GitWorkspace.create(folder).write("files/page", "hello");
    }

    @AfterEach
    void close() {
        registry.close();
        other.close();
    }

    private ReleaseReport release(FakeDockerEngine engine, boolean snapshot) throws InterruptedException {
        ReleaseOptions options =
                ReleaseOptions.builder().snapshot(snapshot).clean(true).build();
        String yaml = """
                project_name: hello
                dockers:
                  - platforms: [linux/amd64]
                    extra_files: [files]
                    image_templates: ["HOST/acme/hello:{{ version }}"]
                    verify_platform: VERIFIED
                """.replace("HOST", registry.address()).replace("VERIFIED", Boolean.toString(verified));
        Checkout checkout = new Checkout(work, Map.of("DOCKER_HOST", engine.host()));
        return checkout.release(yaml, options, Instant.EPOCH, (event, elapsed) -> {
            if (event instanceof ReleaseEvent.StageStarted) {
                atStart.run();
            }
            if (event instanceof ReleaseEvent.Message message) {
                messages.add(message.text());
            }
            if (event instanceof ReleaseEvent.Warning warning) {
                warnings.add(warning.message());
            }
        });
    }

    private void commit(String dockerfile) throws InterruptedException {
        work.write("Dockerfile", dockerfile)
                .write(".gitignore", "dist\n")
                .commit("First")
                .tag("v1.2.3");
    }

    private ImageManifest pushed() {
        return pushed("1.2.3");
    }

    private ImageManifest pushed(String tag) {
        StoredManifest stored = registry.manifest("acme/hello", tag).orElseThrow();
        return (ImageManifest) Manifest.read(stored.mediaType(), stored.bytes());
    }

    private ImageManifest inLayout() {
        OciLayout layout = OciLayout.open(work.folder().resolve("dist/oci"));
        Descriptor image = layout.entries().getFirst();
        return (ImageManifest) layout.manifest(image.digest());
    }

    private static List<String> digests(Kind kind, FakeRegistry of) {
        return of.writes().stream()
                .filter(write -> write.kind() == kind)
                .map(Write::digest)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void areMountedWhereTheBaseIsInTheSameRegistry(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            TestBase base = TestBase.in(registry);
            base.pulledBy(engine);
            commit("FROM " + base.name() + ":1\nCOPY files/page /page\n");

            ReleaseReport report = release(engine, false);

            assertThat(report.failure()).isEmpty();
            assertThat(warnings).isEmpty();
            assertThat(pushed().layers())
                    .hasSize(3)
                    .first()
                    .isEqualTo(base.ociLayers().getFirst());
            assertThat(pushed().layers().get(1)).isEqualTo(base.ociLayers().get(1));
            assertThat(digests(Kind.MOUNT, registry)).containsExactlyInAnyOrderElementsOf(base.digests());
            assertThat(digests(Kind.BLOB, registry)).doesNotContainAnyElementsOf(base.digests());
        }
    }

    /** A program for another processor in a folder of PATH, which an image may not have in its own layers. */
    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void areNotJudged(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            byte[] helper = new LayerBuilder()
                    .file("usr/bin/helper", 0755, ElfFiles.ARM64)
                    .tar();
            TestBase base = TestBase.in(registry, MediaTypes.DOCKER_LAYER_GZIP, List.of(helper));
            base.pulledBy(engine);
            commit("FROM " + base.name() + ":1\nCOPY files/page /page\n");

            assertThat(release(engine, false).failure()).isEmpty();

            assertThat(warnings).isEmpty();
            assertThat(pushed().layers()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void areSentAsTheyAreToAnotherRegistry(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            TestBase base = TestBase.in(other);
            base.pulledBy(engine);
            commit("FROM " + base.name() + ":1 AS base\nFROM scratch AS unused\nFROM base\nCOPY files/page /page\n");

            assertThat(release(engine, false).failure()).isEmpty();

            assertThat(pushed().layers().subList(0, 2)).isEqualTo(base.ociLayers());
            assertThat(digests(Kind.BLOB, registry)).containsAll(base.digests());
            assertThat(digests(Kind.MOUNT, registry)).isEmpty();
            assertThat(registry.requests())
                    .filteredOn(request -> request.method().equals("HEAD"))
                    .extracting(Request::path)
                    .filteredOn(path -> path.contains("/blobs/"))
                    .as("each blob is looked for before it is sent, and read back")
                    .hasSize(8)
                    .satisfies(paths -> assertThat(new HashSet<>(paths)).hasSize(4));
            assertThat(engine.requests()).containsOnlyOnce("GET /version", "GET /info");
        }
    }

    /** Bytes that cannot be compressed, so that the base is the larger part of the image. */
    private static TestBase largeBase(FakeRegistry registry) {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        byte[] large = new LayerBuilder().file("usr/lib/large", 0644, bytes).tar();
        byte[] small = new LayerBuilder().file("etc/small", 0644, "small").tar();
        return TestBase.in(registry, MediaTypes.DOCKER_LAYER_GZIP, List.of(large, small));
    }

    @ParameterizedTest
    @EnumSource(value = ImageStore.class, names = "CONTAINERD", mode = EnumSource.Mode.EXCLUDE)
    void areNotEvenReadFromAnEngineThatCanPushToThisProcess(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            TestBase base = largeBase(registry);
            base.pulledBy(engine);
            commit("FROM " + base.name() + ":1\nCOPY files/page /page\n");
            verified = false;
            registry.forgetRequests();

            assertThat(release(engine, false).failure()).isEmpty();

            ImageManifest image = pushed();
            assertThat(image.layers().subList(0, 2)).isEqualTo(base.ociLayers());
            assertThat(engine.requests()).noneMatch(request -> request.endsWith("/get"));
            assertThat(engine.pushed())
                    .as("its own layer, as the engine compresses it, and the configuration")
                    .hasSize(2)
                    .doesNotContainAnyElementsOf(base.digests())
                    .contains(image.config().digest().toString());
            assertThat(registry.requests())
                    .filteredOn(request -> request.method().equals("GET"))
                    .extracting(Request::path)
                    .noneMatch(path -> base.digests().stream().anyMatch(path::endsWith));
            assertThat(engine.imageIds()).hasSize(1);
            assertThat(warnings).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ImageStore.class, names = "CONTAINERD", mode = EnumSource.Mode.EXCLUDE)
    void areNotPushedAgainNorAreOwnLayersOfAnEarlierVersion(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            TestBase base = largeBase(registry);
            base.pulledBy(engine);
            work.write("files/other", "not changed");
            commit("FROM " + base.name() + ":1\nCOPY files/other /other\nCOPY files/page /page\n");
            verified = false;
            assertThat(release(engine, false).failure()).isEmpty();
            ImageManifest first = pushed();
            List<String> before = engine.pushed();
            work.write("files/page", "changed").commit("Second").tag("v1.2.4");

            assertThat(release(engine, false).failure()).isEmpty();

            assertThat(before).as("two layers and a configuration").hasSize(3);
            List<String> again = engine.pushed().subList(3, engine.pushed().size());
            assertThat(again).as("one layer and a configuration").hasSize(2).doesNotContainAnyElementsOf(before);
            assertThat(pushed("1.2.4").layers().subList(0, 3))
                    .isEqualTo(first.layers().subList(0, 3));
        }
    }

    @ParameterizedTest
    @EnumSource(value = ImageStore.class, names = "CONTAINERD", mode = EnumSource.Mode.EXCLUDE)
    void arePassedOverWhereTheEngineDoesNotReachThisProcess(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            TestBase base = largeBase(registry);
            base.pulledBy(engine);
            commit("FROM " + base.name() + ":1\nCOPY files/page /page\n");
            engine.failNext(new EngineFault.UnreachableRegistry("connect: connection refused"));

            assertThat(release(engine, false).failure()).isEmpty();

            assertThat(pushed().layers().subList(0, 2)).isEqualTo(base.ociLayers());
            assertThat(engine.requests()).anyMatch(request -> request.endsWith("/get"));
            assertThat(messages)
                    .filteredOn(words -> words.startsWith("reads "))
                    .singleElement()
                    .matches(words -> words.startsWith("reads whole images: could not let the Docker engine push")
                            && words.endsWith("connect: connection refused"));
            assertThat(engine.imageIds()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void areWholeInASnapshotWhoseDigestIsThatOfTheRelease(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            TestBase base = TestBase.in(registry);
            base.pulledBy(engine);
            commit("FROM " + base.name() + ":1\nCOPY files/page /page\n");

            assertThat(release(engine, true).failure()).isEmpty();
            OciLayout layout = OciLayout.open(work.folder().resolve("dist/oci"));
            assertThat(inLayout().references()).allMatch(layout::hasBlob);
            assertThat(Path.of(layout.toString(), "blobs/sha256").toFile().list())
                    .as("the manifest, what it names and nothing else")
                    .hasSize(1 + inLayout().references().size());
            List<Descriptor> layers = inLayout().layers();

            assertThat(release(engine, false).failure()).isEmpty();
            assertThat(pushed().layers()).isEqualTo(layers);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ImageStore.class, names = "CONTAINERD", mode = EnumSource.Mode.EXCLUDE)
    void ofAnImageThatTheEngineHasFromNowhereAreThoseOfTheEngine(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store)) {
            TestBase base = TestBase.in(registry);
            base.madeIn(engine);
            commit("FROM " + base.name() + ":1\nCOPY files/page /page\n");
            registry.forgetRequests();

            assertThat(release(engine, false).failure()).isEmpty();

            assertThat(warnings).isEmpty();
            assertThat(pushed().layers()).hasSize(3);
            assertThat(engine.requests()).contains("GET /images/" + base.name() + ":1/json");
            assertThat(registry.requests()).noneMatch(request -> request.path().contains("/acme/base/"));
        }
    }

    @Test
    void areThoseOfTheEngineWithAWarningWhereTheRegistryRefuses() throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH)) {
            TestBase base = TestBase.in(registry);
            base.pulledBy(engine);
            commit("FROM " + base.name() + ":1\nCOPY files/page /page\n");
            registry.failNext("GET", "/acme/base/manifests/", Fault.status(403));

            assertThat(release(engine, false).failure()).isEmpty();

            assertThat(pushed().layers()).hasSize(3).doesNotContainAnyElementsOf(base.ociLayers());
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .startsWith("the layers of " + base.name() + ":1 are compressed anew: ");
        }
    }

    @Test
    void filesAreLookedForOnce() throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH)) {
            commit("FROM scratch\nCOPY . /\n");
            atStart = () -> work.write("files/late", "not there when the files were looked for");

            assertThat(release(engine, true).failure()).isEmpty();

            assertThat(paths(inLayout().layers().getFirst()))
                    .contains("files/page")
                    .doesNotContain("files/late");
        }
    }

    private List<String> paths(Descriptor layer) throws Exception {
        List<String> paths = new ArrayList<>();
        try (InputStream blob =
                OciLayout.open(work.folder().resolve("dist/oci")).blob(layer)) {
            LayerTar.read(blob, (entry, content) -> paths.add(entry.path()));
        }
        return paths;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "application/vnd.docker.image.rootfs.diff.tar.gzip, application/vnd.oci.image.layer.v1.tar+gzip",
                "application/vnd.docker.image.rootfs.diff.tar.zstd, application/vnd.oci.image.layer.v1.tar+zstd",
                "application/vnd.oci.image.layer.v1.tar+zstd, application/vnd.oci.image.layer.v1.tar+zstd",
                "application/vnd.oci.image.layer.v1.tar, application/vnd.oci.image.layer.v1.tar",
                "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip, -",
            })
    void haveTheTypeThatAnOciManifestGivesThem(String written, String inOci) {
        TestBase base = TestBase.in(registry, written);

        assertThat(base.known().layers().values())
                .extracting(Descriptor::mediaType)
                .allMatch(type -> type.equals(inOci))
                .hasSize(inOci == null ? 0 : 2);
    }

    @Test
    void whoseTypesAreDockersStayInAnOciManifest() {
        assertThat(TestBase.in(registry).ociLayers())
                .extracting(Descriptor::mediaType)
                .containsOnly(MediaTypes.OCI_LAYER_GZIP);
    }
}
