package dev.jrelease.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.MemoryImages;
import dev.jrelease.json.Json;
import dev.jrelease.places.PlacedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DockerManifestJsonTest {
    private final MemoryImages images = new MemoryImages();

    @Test
    void anImageIsOneObject() {
        ImageManifest image = images.image(Json.object().put("os", "linux").put("architecture", "arm64"), List.of());

        String text = new String(
                DockerManifestJson.of(
                        new PlacedImage("hello", images, image, Optional.of(ImageReference.parse("acme/hello:1.0")))),
                StandardCharsets.UTF_8);

        assertThat(text).startsWith("""
                {
                \t"Ref": "docker.io/acme/hello:1.0",
                \t"Descriptor": {
                \t\t"mediaType": "application/vnd.oci.image.manifest.v1+json",
                \t\t"digest": "%s",
                \t\t"size": %d,
                \t\t"platform": {
                \t\t\t"architecture": "arm64",
                \t\t\t"os": "linux"
                \t\t}
                \t},
                \t"Raw": "%s",
                \t"OCIManifest": {
                \t\t"schemaVersion": 2,
                """.formatted(
                image.digest(), image.bytes().length, Base64.getEncoder().encodeToString(image.bytes())));
    }

    @Test
    void anIndexIsAnArrayOfItsChildren() throws IOException {
        ImageManifest image = images.image(Json.object().put("os", "linux").put("architecture", "arm"), List.of());
        ImageIndex index = images.index(List.of(image.descriptor()
                .withPlatform(Platform.of("linux", "arm", "v7"))
                .withAnnotations(Map.of("a", "b"))));

        JsonNode document = Json.parse(DockerManifestJson.of(new PlacedImage("1.0", images, index, Optional.empty())));

        assertThat(document).hasSize(1);
        assertThat(document.path(0).path("Ref").asText()).isEqualTo("1.0@" + image.digest());
        assertThat(document.path(0).path("Descriptor").has("annotations")).isFalse();
        assertThat(document.path(0)
                        .path("Descriptor")
                        .path("platform")
                        .path("variant")
                        .asText())
                .isEqualTo("v7");
    }
}
