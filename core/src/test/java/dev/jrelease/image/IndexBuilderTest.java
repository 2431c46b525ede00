package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.MemoryImages;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IndexBuilderTest {
    private final OciLayout layout;
    private final MemoryImages images = new MemoryImages();

    IndexBuilderTest(@TempDir Path folder) {
        layout = OciLayout.create(folder);
    }

    @AfterEach
    void close() {
        layout.close();
    }

    /** The files were made by {@code docker manifest push} and {@code manifest-tool push}, see DockerManifestIT. */
    @ParameterizedTest
    @CsvSource({
        "docker-manifest-docker.json, DOCKER_MANIFEST, true",
        "docker-manifest-oci.json, DOCKER_MANIFEST, false",
        "manifest-tool-docker.json, MANIFEST_TOOL, true",
        "manifest-tool-oci.json, MANIFEST_TOOL, false",
    })
    void writesTheBytesThatOtherToolsWrite(String file, IndexForm form, boolean docker) throws Exception {
        SevenImages seven = docker ? SevenImages.ofDockersTypes() : SevenImages.ofOcisTypes();
        IndexBuilder builder = new IndexBuilder(IndexFormat.AUTO, form);
        List<String> tags = new ArrayList<>(SevenImages.platforms().keySet());
        if (form == IndexForm.DOCKER_MANIFEST) {
            tags.sort(null);
        }
        Map<String, ImageManifest> written = seven.write(layout);
        for (String tag : tags) {
            builder.add(List.of(Objects.requireNonNull(written.get(tag))
                    .descriptor()
                    .withPlatform(Objects.requireNonNull(SevenImages.platforms().get(tag)))));
        }

        assertThat(new String(builder.build(layout).index().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(expected(file));
    }

    private static String expected(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(IndexBuilderTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aListForDockerNamesImagesOfDockersTypes() throws Exception {
        Map<String, ImageManifest> seven = SevenImages.ofOcisTypes().write(layout);
        IndexBuilder builder = new IndexBuilder(IndexFormat.DOCKER, IndexForm.COMPACT);
        seven.values().forEach(image -> builder.add(new ChildDescriptors(layout).in(image)));

        IndexBuilder.Made made = builder.build(layout);

        assertThat(made.index().mediaType()).isEqualTo(MediaTypes.DOCKER_LIST);
        assertThat(made.converted())
                .containsExactlyElementsOf(
                        SevenImages.ofDockersTypes().write(layout).values());
        assertThat(made.index().manifests())
                .extracting(Descriptor::digest)
                .containsExactlyElementsOf(
                        made.converted().stream().map(Manifest::digest).toList());
        assertThat(made.leftOut()).isEmpty();
    }

    @Test
    void whatIsNoImageIsLeftOutOfAListForDocker() {
        Descriptor amd64 = child("linux", "amd64");
        Descriptor attestation = attestation(amd64);

        IndexBuilder.Made made = new IndexBuilder(IndexFormat.DOCKER, IndexForm.COMPACT)
                .add(List.of(amd64, attestation))
                .build(images);

        assertThat(made.index().manifests()).hasSize(1);
        assertThat(made.leftOut()).containsExactly(attestation);
    }

    @Test
    void aLayerThatDockerHasNoTypeForIsRefused() {
        ImageManifest odd = images.image(
                Json.object().put("os", "linux").put("architecture", "amd64"),
                List.of(images.blob("application/vnd.example.layer", new byte[] {1})));

        assertThatThrownBy(() -> new IndexBuilder(IndexFormat.DOCKER, IndexForm.COMPACT)
                        .add(new ChildDescriptors(images).in(odd))
                        .build(images))
                .hasMessageContaining("Docker has no type for its layer of the type application/vnd.example.layer");
    }

    @ParameterizedTest
    @EnumSource(IndexFormat.class)
    void annotationsMakeAnIndexUnlessAListIsAskedFor(IndexFormat format) throws Exception {
        IndexBuilder builder = new IndexBuilder(format, IndexForm.COMPACT).annotate(Map.of("a", "b"));
        SevenImages.ofDockersTypes()
                .write(layout)
                .values()
                .forEach(image -> builder.add(new ChildDescriptors(layout).in(image)));

        assertThat(builder.build(layout).index().mediaType())
                .isEqualTo(format == IndexFormat.DOCKER ? MediaTypes.DOCKER_LIST : MediaTypes.OCI_INDEX);
    }

    @Test
    void anImageTakesThePlaceOfThatForItsPlatformAndOfWhatIsAttached() {
        Descriptor amd64 = child("linux", "amd64");
        Descriptor arm64 = child("linux", "arm64").withPlatform(Platform.of("linux", "arm64", "v8"));
        Descriptor windows = child("windows", "amd64");
        Descriptor other = child("linux", "arm64", "other");

        List<Descriptor> children = new IndexBuilder(IndexFormat.AUTO, IndexForm.COMPACT)
                .add(List.of(amd64, attestation(amd64), arm64, attestation(arm64), windows))
                .replace(List.of(other, attestation(other)))
                .children();

        assertThat(children).containsExactly(amd64, attestation(amd64), windows, other, attestation(other));
    }

    @Test
    void anImageIsNamedOnce() {
        Descriptor amd64 = child("linux", "amd64");

        assertThat(new IndexBuilder(IndexFormat.AUTO, IndexForm.COMPACT)
                        .add(List.of(amd64))
                        .add(List.of(amd64))
                        .children())
                .hasSize(1);
    }

    private Descriptor child(String os, String architecture, String... words) {
        LayerBuilder layer =
                new LayerBuilder().file("words", 0644, String.join(" ", words).getBytes(StandardCharsets.UTF_8));
        ImageManifest image = images.image(Json.object().put("os", os).put("architecture", architecture), layer);
        return new ChildDescriptors(images).in(image).getFirst();
    }

    private Descriptor attestation(Descriptor of) {
        ImageManifest image = images.image(
                Json.object().put("os", "unknown").put("architecture", "unknown"),
                List.of(images.blob("application/vnd.in-toto+json", new byte[] {2})));
        return image.descriptor()
                .withPlatform(Platform.of("unknown", "unknown"))
                .withAnnotations(Map.of(
                        "vnd.docker.reference.type",
                        "attestation-manifest",
                        "vnd.docker.reference.digest",
                        of.digest().toString()));
    }
}
