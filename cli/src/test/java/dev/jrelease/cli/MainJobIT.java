package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job with a real engine and a real registry; skopeo and the engine say what came of it. */
@ExtendWith(RealEngine.class)
@SuppressWarnings("NullAway.Init")
class MainJobIT {
    private static RegistryContainer registry;

    private GitWorkspace workspace;
    private Jrelease jrelease;

    @BeforeAll
    static void startRegistry(@TempDir Path scratch) throws IOException, InterruptedException {
        registry = new RegistryContainer(scratch);
        registry.start();
    }

    @AfterAll
    static void stopRegistry() {
        registry.close();
    }

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("hello"));
        // So that no other run, on this engine or registry, is about the same commit.
        workspace.write("unique", UUID.randomUUID().toString());
        jrelease = RealEngine.known(Jrelease.in(workspace)).with("REGISTRY", registry.address());
    }

    @AfterEach
    void theEngineKeptNothing() throws IOException, InterruptedException {
        assertThat(RealEngine.imagesOf(workspace.head())).isEmpty();
    }

    @Test
    void publishesTwoPlatformsUnderOneTag() throws Exception {
        workspace
                .writeProgram("app/amd64/hello", Example.program("amd64"))
                .writeProgram("app/arm64/hello", Example.program("arm64"))
                .write(
                        "Dockerfile",
                        "FROM scratch\nARG TARGETARCH\nCOPY app/$TARGETARCH/hello /hello\nENTRYPOINT [\"/hello\"]\n")
                .write(".release.yaml", """
                        version: 1
                        project_name: two
                        dockers:
                          - id: two
                            platforms: [linux/amd64, linux/arm64]
                            dockerfile: Dockerfile
                            extra_files: [app/]
                            image_templates: ["{{ .Env.REGISTRY }}/acme/two:{{ version }}-{{ arch }}"]
                            build_flag_templates: ["--label=org.opencontainers.image.version={{ version }}"]
                        docker_manifests:
                          - name_template: "{{ .Env.REGISTRY }}/acme/two:{{ version }}"
                            image_templates: ["{{ .Env.REGISTRY }}/acme/two:{{ version }}-amd64", "{{ .Env.REGISTRY }}/acme/two:{{ version }}-arm64"]
                            create_flags: [--insecure]
                            push_flags: [--insecure]
                        """)
                .commit("Say hello")
                .tag("v1.2.3");

        JsonNode plan = plan();
        Outcome released = jrelease.run("release");

        assertThat(released.code()).as(released.toString()).isZero();
        assertThat(plan.path("version").asText()).isEqualTo("1.2.3");
        assertRegistryHolds(plan, released);
        assertRuns(registry.address() + "/acme/two:1.2.3", "linux/amd64", "linux/arm64");
        assertThat(workspace.changes()).containsExactly("?? dist/");
    }

    @Test
    void publishesTheExample() throws Exception {
        Example.copyTo(workspace).commit("Say hello").tag("v1.0.0");

        JsonNode plan = plan();
        Outcome released = jrelease.run("release");

        assertThat(released.code()).as(released.toString()).isZero();
        assertThat(plan.path("images")).hasSize(4);
        assertThat(plan.path("indexes")).hasSize(2);
        assertRegistryHolds(plan, released);
        assertRuns(
                registry.address() + "/acme/hello:latest", "linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386");
    }

    @Test
    void aSnapshotHasTheDigestsOfTheRelease(@TempDir Path copies) throws Exception {
        Example.copyTo(workspace)
                .write(
                        ".release.yaml",
                        Files.readString(Example.FOLDER.resolve(".release.yaml"))
                                + "snapshot: {version_template: \"{{ .Version }}\"}\n")
                .commit("Say hello")
                .tag("v2.0.0");

        jrelease = jrelease.with("REGISTRY", registry.address() + "/snapshot");

        Outcome snapshot = jrelease.run("release", "--snapshot");

        assertThat(snapshot.code()).as(snapshot.toString()).isZero();
        assertThat(snapshot.digests()).hasSize(6);
        assertThat(repositories()).doesNotContain("snapshot/");
        for (Map.Entry<String, String> image : snapshot.digests().entrySet()) {
            assertThat(digestOfCopy(image.getKey(), copies)).isEqualTo(image.getValue());
        }
        Outcome released = jrelease.run("release", "--clean");
        assertThat(released.code()).as(released.toString()).isZero();
        assertThat(released.digests()).isEqualTo(snapshot.digests());
        assertThat(repositories()).contains("snapshot/acme/hello");
    }

    private static String repositories() throws IOException, InterruptedException {
        URI catalog = URI.create("http://" + registry.address() + "/v2/_catalog");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(catalog).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private String digestOfCopy(String reference, Path copies) throws IOException, InterruptedException {
        Path copy = Files.createTempDirectory(copies, "copy");
        Path layout = workspace.folder().resolve("dist/oci");
        Tool.run("skopeo", "copy", "--all", "oci:" + layout + ":" + reference, "dir:" + copy);
        return Digest.of(Files.readAllBytes(copy.resolve("manifest.json"))).toString();
    }

    private JsonNode plan() throws IOException {
        Outcome planned = jrelease.run("plan", "--output", "json");
        assertThat(planned.code()).as(planned.toString()).isZero();
        return Json.parse(planned.out().getBytes(StandardCharsets.UTF_8));
    }

    /** What skopeo reads from the registry is what was planned, with the digests that were reported. */
    private void assertRegistryHolds(JsonNode plan, Outcome released) throws IOException, InterruptedException {
        Map<String, String> reported = released.digests();
        Map<String, String> platforms = new LinkedHashMap<>();
        for (JsonNode image : plan.path("images")) {
            for (JsonNode reference : image.path("references")) {
                platforms.put(reference.asText(), image.path("platform").asText());
                assertThat(Digest.of(raw(reference.asText())).toString()).isEqualTo(reported.get(reference.asText()));
            }
        }
        for (JsonNode index : plan.path("indexes")) {
            String reference = index.path("reference").asText();
            byte[] raw = raw(reference);
            assertThat(jrelease.run("inspect", "--output", "raw", reference).out())
                    .isEqualTo(new String(raw, StandardCharsets.UTF_8));
            assertThat(Digest.of(raw).toString()).isEqualTo(reported.get(reference));
            Map<String, String> wanted = new LinkedHashMap<>();
            index.path("children")
                    .forEach(child -> wanted.put(platforms.get(child.asText()), reported.get(child.asText())));
            assertThat(children(Json.parse(raw))).containsExactlyEntriesOf(wanted);
        }
    }

    private static byte[] raw(String reference) throws IOException, InterruptedException {
        return Tool.run("skopeo", "inspect", "--raw", "--tls-verify=false", "docker://" + reference)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> children(JsonNode index) {
        Map<String, String> children = new LinkedHashMap<>();
        for (JsonNode child : index.path("manifests")) {
            JsonNode platform = child.path("platform");
            children.put(
                    Platform.of(
                                    platform.path("os").asText(),
                                    platform.path("architecture").asText(),
                                    platform.path("variant").asText())
                            .toString(),
                    child.path("digest").asText());
        }
        return children;
    }

    private void assertRuns(String reference, String... platforms) throws IOException, InterruptedException {
        for (String platform : List.of(platforms)) {
            try {
                String said = Tool.run("docker", "run", "--rm", "--pull", "always", "--platform", platform, reference);
                assertThat(said).isEqualTo("hello from " + platform + "\n");
                assertThat(RealEngine.imagesOf(workspace.head())).hasSize(1);
            } finally {
                Tool.run("docker", "image", "rm", "--force", reference);
            }
        }
    }
}
