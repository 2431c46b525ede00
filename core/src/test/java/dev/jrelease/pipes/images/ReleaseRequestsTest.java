package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts what a release of two platforms asks a registry. What it has to ask: one look that nothing is there, and
 * whether a push is allowed; of each tag, what it holds before anything is pushed, and again before it is written; of
 * each blob whether it is there. All that was written is read back once.
 */
@SuppressWarnings("NullAway.Init")
class ReleaseRequestsTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private GitWorkspace work;
    private String entry;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        work = GitWorkspace.create(folder)
                .write("Dockerfile", "FROM scratch\nARG TARGETARCH\nCOPY common /\nCOPY ${TARGETARCH}/ /\n")
                .write("common/page", "hello")
                .write("amd64/program", "of one kind")
                .write("arm64/program", "of the other")
                .write(".gitignore", "*\n")
                .commit("First")
                .tag("v1.2.3");
        entry = """
                project_name: hello
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    verify_platform: false
                    extra_files: [common, amd64, arm64]
                    image_templates: ["HOST/acme/hello:{{ version }}-{{ target }}"]
                docker_manifests:
                  - name_template: "HOST/acme/hello:{{ version }}"
                    image_templates: ["HOST/acme/hello:{{ version }}-amd64", "HOST/acme/hello:{{ version }}-arm64"]
                """.replace("HOST", registry.address());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private Map<String, Long> requests(FakeDockerEngine engine) throws InterruptedException {
        registry.forgetRequests();
        ReleaseReport report = new Checkout(work, Map.of("DOCKER_HOST", engine.host()))
                .release(entry, ReleaseOptions.builder().clean(true).build(), (_, _) -> {});
        assertThat(report.failure()).isEmpty();
        return registry.requests().stream()
                .collect(Collectors.groupingBy(
                        request -> request.method() + " " + kind(request.path()), TreeMap::new, Collectors.counting()));
    }

    private static String kind(String path) {
        if (path.equals("/v2/")) {
            return "registry";
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.contains("/uploads/")) {
            return "upload";
        }
        return path.contains("/blobs/") ? "blob" : last.startsWith("sha256:") ? "manifest" : "tag";
    }

    @Test
    void whatTheEngineGivesAwayIsAskedForSentAndReadBackOnce() throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH)) {
            assertThat(requests(engine))
                    .as("first: 3 tags and manifests, 5 blobs, all of them new")
                    .isEqualTo(Map.of(
                            "GET registry", 1L,
                            "HEAD tag", 1L + 3 * 3,
                            "POST upload", 1L + 5,
                            "DELETE upload", 1L,
                            "HEAD blob", 2L * 5,
                            "PUT upload", 5L,
                            "PUT manifest", 3L,
                            "PUT tag", 3L));

            assertThat(requests(engine)).as("again").isEqualTo(Map.of("GET registry", 1L, "HEAD tag", 3L));

            work.write("amd64/program", "changed").tag("v1.2.4");
            assertThat(requests(engine))
                    .as("one file changed: both configurations have the version, one layer is new")
                    .isEqualTo(Map.of(
                            "GET registry", 1L,
                            "HEAD tag", 1L + 3 * 3,
                            "POST upload", 1L + 3,
                            "DELETE upload", 1L,
                            "HEAD blob", 5L + 3,
                            "PUT upload", 3L,
                            "PUT manifest", 3L,
                            "PUT tag", 3L));
        }
    }

    @Test
    void whatTheEngineHasPushedIsReadOnce() throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.CONTAINERD, "1.51", "")) {
            Map<String, Long> first = requests(engine);
            // How often the engine sends the common layer depends on which build comes first.
            first.keySet().removeAll(Set.of("POST upload", "PUT upload"));
            assertThat(first)
                    .as("the engine looks for 6 blobs and writes 2 manifests")
                    .isEqualTo(Map.of(
                            "GET registry", 1L,
                            "HEAD tag", 1L + 3 * 3,
                            "DELETE upload", 1L,
                            "HEAD blob", 6L + 3,
                            "GET blob", 2L,
                            "GET manifest", 2L,
                            "HEAD manifest", 1L,
                            "PUT manifest", 2L + 1,
                            "PUT tag", 3L));

            assertThat(requests(engine)).as("again").isEqualTo(Map.of("GET registry", 1L, "HEAD tag", 3L));
        }
    }

    @Test
    void aFloatingTagIsAskedForTwiceWhereNothingHasChanged() throws Exception {
        entry = """
                project_name: hello
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    verify_platform: false
                    extra_files: [common, amd64, arm64]
                    images: [HOST/acme/hello]
                    tags: ["{{ .Version }}", "{{ .Major }}", latest]
                """.replace("HOST", registry.address());
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH)) {
            requests(engine);

            assertThat(requests(engine)).isEqualTo(Map.of("GET registry", 1L, "HEAD tag", 1L + 2 * 2));
        }
    }
}
