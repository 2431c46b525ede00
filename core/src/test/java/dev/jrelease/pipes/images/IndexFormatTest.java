package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index is of the format that its entry asks for. */
class IndexFormatTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final HelloRepository hello = new HelloRepository(registry);
    private final Path folder;

    IndexFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    private String yaml(String more) {
        return """
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    image_templates: ["HOST/acme/hello:{{ version }}-{{ arch }}"]
                docker_manifests:
                  - name_template: "HOST/acme/hello:{{ version }}"
                    image_templates: ["HOST/acme/hello:{{ version }}-amd64", "HOST/acme/hello:{{ version }}-arm64"]
                    MORE
                """.replace("HOST", registry.address()).replace("MORE", more);
    }

    private ReleaseReport release(String more) {
        return new Machine(folder.resolve("project"), "ours").release(yaml(more));
    }

    @Test
    void aListForDockerNamesOnlyWhatDockerReads() {
        ReleaseReport report = release("format: docker");

        assertThat(report.failure()).isEmpty();
        ImageIndex list = hello.index("1.2.3");
        assertThat(list.mediaType()).isEqualTo(MediaTypes.DOCKER_LIST);
        assertThat(list.manifests())
                .extracting(Descriptor::mediaType)
                .containsExactly(MediaTypes.DOCKER_MANIFEST, MediaTypes.DOCKER_MANIFEST);
        assertThat(list.manifests())
                .allSatisfy(child -> assertThat(
                                hello.manifest(child.digest().toString()).references())
                        .extracting(Descriptor::mediaType)
                        .containsExactly(MediaTypes.DOCKER_CONFIG, MediaTypes.DOCKER_LAYER_GZIP));
    }

    @Test
    void theLayoutHasAnOciIndexUnderTheName() {
        release("format: docker");

        OciLayout layout = OciLayout.open(folder.resolve("project/dist/oci"));
        assertThat(layout.entries()).extracting(Descriptor::mediaType).doesNotContain(MediaTypes.DOCKER_LIST);
        assertThat(layout.find(registry.address() + "/acme/hello:1.2.3"))
                .map(Descriptor::mediaType)
                .contains(MediaTypes.OCI_INDEX);
    }

    @Test
    void aSecondReleaseFindsTheListUnchanged() {
        release("format: docker");
        String before = hello.digest("1.2.3");
        registry.forgetRequests();

        ReleaseReport again = new Machine(folder.resolve("elsewhere"), "ours").release(yaml("format: docker"));

        assertThat(again.failure()).isEmpty();
        assertThat(registry.tagWrites()).isEmpty();
        assertThat(hello.digest("1.2.3")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "format: auto", "format: oci"})
    void imagesOfOursAreInAnOciIndexOtherwise(String more) {
        assertThat(release(more).failure()).isEmpty();
        assertThat(hello.index("1.2.3").mediaType()).isEqualTo(MediaTypes.OCI_INDEX);
    }

    @Test
    void featuresOfTheOperatingSystemAreReplacedToo() throws Exception {
        ReleaseReport report =
                release("annotate: {\"HOST/acme/hello:{{ version }}-arm64\": {os_features: [win32k, other]}}"
                        .replace("HOST", registry.address()));

        assertThat(report.failure()).isEmpty();
        List<Descriptor> children = hello.index("1.2.3").manifests();
        assertThat(children.getLast().write().path("platform").path("os.features"))
                .isEqualTo(Json.array().add("win32k").add("other"));
        assertThat(children.getLast().platform()).contains(Platform.of("linux", "arm64"));
        assertThat(children.getFirst().write().path("platform").path("os.features"))
                .isEqualTo(Json.array().add("given"));
    }
}
