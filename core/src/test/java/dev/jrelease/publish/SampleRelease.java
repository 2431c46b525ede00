package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One version with an index of two images, all of whose content lies in memory.
 *
 * @param version that the images say they are of
 */
public record SampleRelease(
        String version, MemoryRepository source, ImageManifest amd64, ImageManifest arm64, ImageIndex index) {
    public static SampleRelease of(String version) {
        return of(version, "built from " + version);
    }

    public static SampleRelease of(String version, String content) {
        MemoryRepository source = new MemoryRepository("memory", true);
        ImageManifest amd64 = image(source, "amd64", version, content);
        ImageManifest arm64 = image(source, "arm64", version, content);
        ImageIndex index = ImageIndex.of(List.of(
                amd64.descriptor().withPlatform(Platform.of("linux", "amd64")),
                arm64.descriptor().withPlatform(Platform.of("linux", "arm64"))));
        source.writeManifest(index);
        return new SampleRelease(version, source, amd64, arm64, index);
    }

    /** @param version of its label; empty if it has none */
    private static ImageManifest image(MemoryRepository source, String architecture, String version, String content) {
        var config = Json.object().put("os", "linux").put("architecture", architecture);
        if (!version.isEmpty()) {
            config.putObject("config").putObject("Labels").put("org.opencontainers.image.version", version);
        }
        ImageManifest image = ImageManifest.of(
                blob(source, MediaTypes.OCI_CONFIG, Json.bytes(config)),
                List.of(blob(source, MediaTypes.OCI_LAYER_GZIP, content.getBytes(StandardCharsets.UTF_8))));
        source.writeManifest(image);
        return image;
    }

    private static Descriptor blob(MemoryRepository source, String type, byte[] bytes) {
        Descriptor blob = new Descriptor(type, Digest.of(bytes), bytes.length);
        try {
            source.writeBlob(blob, () -> new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return blob;
    }

    public Optional<Digest> held() {
        return Optional.of(index.digest());
    }
}
