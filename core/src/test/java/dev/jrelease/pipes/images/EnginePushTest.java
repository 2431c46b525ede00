package dev.jrelease.pipes.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.engine.EngineFault;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Request;
import dev.jrelease.testkit.registry.Write;
import dev.jrelease.testkit.registry.Write.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine with the containerd store pushes what it builds; the tags are jrelease's. */
@SuppressWarnings("NullAway.Init")
class EnginePushTest {
    private static final String INSTEAD = "jrelease pushes instead";

    private final FakeRegistry registry = FakeRegistry.start();
    private final FakeRegistry other = FakeRegistry.start();
    private final FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.CONTAINERD, "1.51", "");
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private GitWorkspace work;
    private String entry;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        work = GitWorkspace.create(folder)
                .write("Dockerfile", "FROM scratch\nCOPY page /page\nCOPY program /program\n")
                .write("page", "hello")
                .write("program", "no program")
                .write(".gitignore", "*\n")
                .commit("First")
                .tag("v1.2.3");
        entry = """
                project_name: hello
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    extra_files: [page, program]
                    image_templates: ["HOST/acme/hello:{{ version }}-{{ target }}"]
                docker_manifests:
                  - name_template: "HOST/acme/hello:{{ version }}"
                    image_templates: ["HOST/acme/hello:{{ version }}-amd64", "HOST/acme/hello:{{ version }}-arm64"]
                """.replace("HOST", registry.address());
    }

    @AfterEach
    void close() {
        engine.close();
        registry.close();
        other.close();
    }

    private static ReleaseOptions options(boolean snapshot, Set<String> skip) {
        return ReleaseOptions.builder()
                .snapshot(snapshot)
                .clean(true)
                .overwrite(true)
                .skip(skip)
                .build();
    }

    private ReleaseReport release(ReleaseOptions options) throws InterruptedException {
        messages.clear();
        return new Checkout(work, variables).with("DOCKER_HOST", engine.host()).release(entry, options, (event, _) -> {
            if (event instanceof ReleaseEvent.Message(var _, String text)) {
                messages.add(text);
            }
        });
    }

    private void releaseWell() throws InterruptedException {
        assertThat(release(options(false, Set.of())).failure()).isEmpty();
    }

    private List<ImageManifest> images(OciLayout layout) {
        return layout.entries().stream()
                .map(entry -> layout.manifest(entry.digest()))
                .filter(ImageManifest.class::isInstance)
                .map(ImageManifest.class::cast)
                .toList();
    }

    private List<LayerPlace> places() {
        OciLayout layout = OciLayout.open(work.folder().resolve("dist/oci"));
        return images(layout).stream()
                .flatMap(image -> image.layers().stream())
                .map(layer -> layout.place(layer).orElseThrow())
                .distinct()
                .toList();
    }

    private Map<String, String> digests() {
        return new HelloRepository(registry).digests();
    }

    private boolean exported() {
        return engine.requests().stream().anyMatch(request -> request.endsWith("/get"));
    }

    private static Stream<Request> bytesOfBlobs(FakeRegistry registry) {
        return registry.requests().stream()
                .filter(request -> request.path().contains("/blobs/")
                        && (request.method().equals("GET")
                                || request.method().equals("PUT")
                                || request.method().equals("PATCH")));
    }

    @Test
    void layersAreInTheRepositoryAndTheRestIsInTheLayoutToo() throws Exception {
        entry = entry.replace("    extra_files", "    verify_platform: false\n    extra_files");
        releaseWell();

        assertThat(exported()).isFalse();
        assertThat(engine.imageIds()).isEmpty();
        assertThat(digests()).containsOnlyKeys("1.2.3", "1.2.3-amd64", "1.2.3-arm64");
        assertThat(places()).containsExactly(new InRepository(registry.address() + "/acme/hello", Access.STRICT));
        OciLayout layout = OciLayout.open(work.folder().resolve("dist/oci"));
        assertThat(images(layout))
                .hasSize(2)
                .allSatisfy(image ->
                        assertThat(layout.config(image).platform().os()).isEqualTo("linux"));
        assertThat(messages).noneMatch(text -> text.contains(INSTEAD));
    }

    private void forgetBuilds() throws IOException {
        try (Stream<Path> kept = Files.list(work.folder().resolve(".git/cache/jrelease/builds"))) {
            for (Path build : kept.toList()) {
                Files.delete(build);
            }
        }
    }

    @Test
    void theDigestsAreThoseOfAnExport() throws Exception {
        releaseWell();
        Map<String, String> pushed = digests();
        forgetBuilds();
        engine.failNext(new EngineFault.RefusedPush("connection refused"));
        engine.failNext(new EngineFault.RefusedPush("connection refused"));

        releaseWell();

        assertThat(exported()).isTrue();
        assertThat(digests()).isEqualTo(pushed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed to do request: Head \"https://x/\": dial tcp: connect: connection refused",
                "failed to do request: Head \"https://x/\": tls: failed to verify certificate: x509",
                "unexpected status from HEAD request to https://x/: 401 Unauthorized"
            })
    void whatTheEngineCannotPushIsPushedByJrelease(String why) throws Exception {
        engine.failNext(new EngineFault.RefusedPush(why));
        engine.failNext(new EngineFault.RefusedPush(why));

        releaseWell();

        assertThat(messages)
                .contains("the engine cannot push to " + registry.address() + "/acme/hello (" + why + "); " + INSTEAD);
        assertThat(exported()).isTrue();
        assertThat(digests()).hasSize(3);
    }

    @Test
    void aSecondRegistryGetsAllOfIt() throws Exception {
        entry = entry.replace(
                "{{ target }}\"]",
                "{{ target }}\", \"" + other.address() + "/acme/hello:{{ version }}-{{ target }}\"]");

        releaseWell();

        assertThat(new HelloRepository(other).digest("1.2.3-amd64"))
                .isEqualTo(digests().get("1.2.3-amd64"));
        assertThat(bytesOfBlobs(other).filter(request -> request.method().equals("PUT")))
                .as("two configurations, and two layers that both images have")
                .hasSize(4);
    }

    @Test
    void anImageThatIsNotPushedIsExported() throws Exception {
        entry = entry.substring(0, entry.indexOf("docker_manifests")) + "    skip_push: true\n";

        releaseWell();

        assertThat(engine.outputs()).hasSize(2).noneMatch(output -> output.contains("\"push\""));
        assertThat(places()).allMatch(LayerPlace.InFile.class::isInstance);
    }

    @Test
    void anImageWithoutANameIsPushedWhereItsIndexIs() throws Exception {
        entry = """
                project_name: hello
                dockers_v2:
                  - images: [HOST/acme/hello]
                    tags: ["{{ version }}"]
                    extra_files: [page, program]
                """.replace("HOST", registry.address());

        releaseWell();

        assertThat(exported()).isFalse();
        assertThat(digests()).containsOnlyKeys("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsPushedIfNothingIsPublished(boolean snapshot) throws Exception {
        assertThat(release(options(snapshot, snapshot ? Set.of() : Set.of("publish")))
                        .failure())
                .isEmpty();

        assertThat(engine.outputs()).hasSize(2).noneMatch(output -> output.contains("\"push\""));
        assertThat(registry.writes()).isEmpty();
        assertThat(places()).allMatch(LayerPlace.InFile.class::isInstance);
    }

    @Test
    void anImageThatIsRefusedLeavesNoTag() throws Exception {
        work.write("Dockerfile", "FROM scratch\nCOPY page /page\nCOPY program /program\nENTRYPOINT [\"/program\"]\n");

        assertThat(release(options(false, Set.of())).failure())
                .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("/program"));

        assertThat(registry.tags("acme/hello")).isEmpty();
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void theSameAgainMovesNoByteOfABlob() throws Exception {
        releaseWell();
        int builds = engine.outputs().size();
        registry.forgetRequests();

        releaseWell();

        assertThat(engine.outputs()).hasSize(builds);
        assertThat(bytesOfBlobs(registry)).isEmpty();
        assertThat(registry.writes()).isEmpty();
    }

    @Test
    void whatARegistryHasLostIsBuiltAgain() throws Exception {
        entry = entry.replace("    extra_files", "    verify_platform: false\n    extra_files");
        releaseWell();
        Map<String, String> first = digests();
        try (FakeRegistry empty = FakeRegistry.start()) {
            entry = entry.replace(registry.address(), empty.address());

            releaseWell();

            assertThat(new HelloRepository(empty).digests()).isEqualTo(first);
        }
    }

    @Test
    void nothingHasATagBeforeAllIsVerified() throws Exception {
        releaseWell();

        List<Kind> kinds = registry.writes().stream().map(Write::kind).toList();
        assertThat(kinds.indexOf(Kind.TAG)).isGreaterThan(kinds.lastIndexOf(Kind.BLOB));
    }

    @Test
    void aRegistryWithCertificatesOfTheConfigurationIsNotAskedByTheEngine() throws Exception {
        work.write("ca.pem", FakeRegistry.certificate());
        entry = entry + """
                registries:
                  - name: HOST
                    ca: ca.pem
                """.replace("HOST", registry.address());

        releaseWell();

        assertThat(engine.outputs()).hasSize(2).noneMatch(output -> output.contains("\"push\""));
    }

    @Test
    void aMirrorIsNotWhereTheEnginePushes() throws Exception {
        entry = entry.replace(
                        "image_templates: [\"" + registry.address() + "/acme/hello:{{ version }}-{{ target }}",
                        "image_templates: [\"" + other.address() + "/acme/hello:{{ version }}-{{ target }}\", \""
                                + registry.address() + "/acme/hello:{{ version }}-{{ target }}")
                + "registries:\n  - name: " + other.address() + "\n    required: false\n";

        releaseWell();

        assertThat(engine.outputs()).allMatch(output -> output.contains(registry.address() + "/acme/hello"));
        assertThat(new HelloRepository(other).digest("1.2.3-arm64"))
                .isEqualTo(digests().get("1.2.3-arm64"));
    }

    @Test
    void annotationsMakeAnotherManifestOfTheSameLayers() throws Exception {
        entry = entry.replace("    extra_files", "    build_flag_templates: [--annotation=a=b]\n    extra_files");

        releaseWell();

        Descriptor layer = ((ImageManifest) new HelloRepository(registry).manifest("1.2.3-amd64"))
                .layers()
                .getFirst();
        assertThat(registry.blob("acme/hello", layer.digest().toString())).isPresent();
        assertThat(exported()).isFalse();
        assertThat(new String(
                        new HelloRepository(registry).manifest("1.2.3-amd64").bytes(), UTF_8))
                .contains("\"annotations\"");
    }
}
