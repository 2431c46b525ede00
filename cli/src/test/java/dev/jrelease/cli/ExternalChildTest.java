package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes that also name images which something else pushed. */
@SuppressWarnings("NullAway.Init")
class ExternalChildTest {
    private Bench bench;
    private FakeRegistry registry;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder);
        registry = bench.registry();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Outcome releaseWith(String child, String more) throws InterruptedException {
        return bench.configured("""
                        version: 1
                        project_name: hello
                        dockers:
                          - platforms: [linux/amd64]
                            extra_files: [{src: "bin/{{ arch }}/hello", dst: hello}]
                            image_templates: ["{{ .Env.REGISTRY }}/acme/hello:{{ version }}-{{ arch }}"]
                        docker_manifests:
                          - name_template: "{{ .Env.REGISTRY }}/acme/hello:{{ version }}"
                            image_templates: ["{{ .Env.REGISTRY }}/acme/hello:{{ version }}-amd64", "%s"]
                        %s""".formatted(child, more.indent(4))).jrelease().run("release");
    }

    private List<JsonNode> children(Outcome released) throws IOException {
        assertThat(released.code()).as(released.toString()).isZero();
        List<JsonNode> children = new ArrayList<>();
        byte[] index = registry.manifest("acme/hello", "1.2.3").orElseThrow().bytes();
        Json.parse(index).path("manifests").forEach(children::add);
        return children;
    }

    @Test
    void mountsAnImageOfTheSameRegistry() throws Exception {
        ObjectNode image = PushedImage.add(registry, "vendor/hello", "arm", "arm64", new byte[1024]);

        Outcome released = releaseWith("{{ .Env.REGISTRY }}/vendor/hello:arm", "external: true");

        List<JsonNode> children = children(released);
        assertThat(children).hasSize(2);
        assertThat(children.getLast().path("digest")).isEqualTo(image.path("digest"));
        assertThat(children.getLast().path("platform").path("architecture").asText())
                .isEqualTo("arm64");
        assertThat(registry.writes()).anyMatch(write -> write.kind() == Write.Kind.MOUNT);
        assertThat(registry.manifest("acme/hello", image.path("digest").asText()))
                .isPresent();
    }

    @Test
    void copiesAPinnedImageOfAnotherRegistry() throws Exception {
        try (FakeRegistry elsewhere = FakeRegistry.start()) {
            ObjectNode image = PushedImage.add(elsewhere, "vendor/hello", "arm", "arm64", new byte[1024]);
            PushedImage.add(elsewhere, "vendor/hello", "arm", "arm64", new byte[2048]);
            String digest = image.path("digest").asText();

            Outcome released = releaseWith(elsewhere.address() + "/vendor/hello@" + digest, "");

            assertThat(children(released).getLast().path("digest").asText()).isEqualTo(digest);
            assertThat(elsewhere.writes()).isEmpty();
        }
    }

    @Test
    void takesAnIndexApartAndKeepsItsAttestations() throws Exception {
        ObjectNode arm = PushedImage.add(registry, "vendor/hello", "one", "arm64", new byte[1024]);
        arm.putObject("platform")
                .put("os", "linux")
                .put("architecture", "arm64")
                .put("variant", "v8");
        ObjectNode attestation = PushedImage.add(registry, "vendor/hello", "two", "unknown", new byte[512]);
        attestation.putObject("platform").put("os", "unknown").put("architecture", "unknown");
        attestation
                .putObject("annotations")
                .put("vnd.docker.reference.type", "attestation-manifest")
                .set("vnd.docker.reference.digest", arm.path("digest"));
        PushedImage.addIndex(registry, "vendor/hello", "all", arm, attestation);

        Outcome released = releaseWith("{{ .Env.REGISTRY }}/vendor/hello:all", "external: true");

        List<JsonNode> children = children(released);
        assertThat(children).hasSize(3);
        assertThat(children.subList(1, 3)).containsExactly(arm, attestation);
        assertThat(children.getFirst().path("platform").path("architecture").asText())
                .isEqualTo("amd64");
    }

    @Test
    void statesAnotherPlatformWhereItIsAskedTo() throws Exception {
        PushedImage.add(registry, "vendor/hello", "arm", "arm64", new byte[1024]);

        Outcome released = releaseWith("{{ .Env.REGISTRY }}/vendor/hello:arm", """
                external: true
                annotate: {"{{ .Env.REGISTRY }}/vendor/hello:arm": {variant: v9}}
                """);

        assertThat(children(released).getLast().path("platform").path("variant").asText())
                .isEqualTo("v9");
    }

    @Test
    void isRefusedWhereItsIndexStatesAnotherSize() throws Exception {
        ObjectNode arm = PushedImage.add(registry, "vendor/hello", "one", "arm64", new byte[1024]);
        PushedImage.addIndex(registry, "vendor/hello", "all", arm.put("size", 5));

        Outcome outcome = releaseWith("{{ .Env.REGISTRY }}/vendor/hello:all", "external: true");

        assertThat(outcome.code()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(outcome.err())
                .contains("could not copy " + registry.address() + "/vendor/hello@sha256:")
                .contains("it names " + arm.path("digest").asText() + " with 5 bytes, but there are ");
    }

    @Test
    void warnsOfTwoImagesForOnePlatform() throws Exception {
        ObjectNode other = PushedImage.add(registry, "vendor/hello", "one", "amd64", new byte[1024]);

        Outcome released = releaseWith("{{ .Env.REGISTRY }}/vendor/hello:one", "external: true");

        List<JsonNode> children = children(released);
        assertThat(released.err())
                .contains("more than one image is for linux/amd64: "
                        + children.getFirst().path("digest").asText() + " and "
                        + other.path("digest").asText());
    }

    @Test
    void isRefusedWithoutAWordThatItIsExternal() throws Exception {
        Outcome outcome = releaseWith("{{ .Env.REGISTRY }}/vendor/hello:arm", "");

        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(outcome.err()).contains("no entry of dockers produces").contains("external: true");
    }

    @Test
    void isNotLookedUpForAManifestThatIsSkipped() throws Exception {
        Outcome released = releaseWith("{{ .Env.REGISTRY }}/vendor/hello:missing", "external: true\nskip_push: true");

        assertThat(released.code()).as(released.toString()).isZero();
        assertThat(registry.tagWrites()).containsExactly("acme/hello:1.2.3-amd64");
    }
}
