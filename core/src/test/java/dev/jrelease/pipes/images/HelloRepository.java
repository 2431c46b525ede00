package dev.jrelease.pipes.images;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.StoredManifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in the repository {@code acme/hello} of a registry, and what others push there: revision {@code one}. */
record HelloRepository(FakeRegistry registry) {
    private static final String NAME = "acme/hello";

    Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        registry.tags(NAME).forEach(tag -> digests.put(tag, digest(tag)));
        return digests;
    }

    String digest(String tag) {
        return registry.manifest(NAME, tag).map(StoredManifest::digest).orElse("nothing");
    }

    Manifest manifest(String tag) {
        return read(registry.manifest(NAME, tag).orElseThrow());
    }

    ImageIndex index(String tag) {
        return (ImageIndex) manifest(tag);
    }

    static Manifest read(StoredManifest stored) {
        return Manifest.read(stored.mediaType(), stored.bytes());
    }

    Manifest push(String tag, Manifest manifest) {
        registry.addManifest(NAME, tag, manifest.mediaType(), manifest.bytes());
        return manifest;
    }

    /** Pushes an image that starts this program, without a tag. */
    ImageManifest image(String architecture, byte[] program) {
        byte[] tar = new LayerBuilder().file("hello", 0755, program).tar();
        var config = Json.object().put("os", "linux").put("architecture", architecture);
        var start = config.putObject("config");
        start.putArray("Entrypoint").add("/hello");
        start.putObject("Labels").put("org.opencontainers.image.revision", "one");
        config.putObject("rootfs")
                .put("type", "layers")
                .putArray("diff_ids")
                .add(Digest.of(tar).toString());
        ImageManifest image = ImageManifest.of(
                blob(MediaTypes.OCI_CONFIG, Json.bytes(config)),
                List.of(blob(MediaTypes.OCI_LAYER_GZIP, LayerBuilder.gzip(tar))));
        push(image.digest().toString(), image);
        return image;
    }

    private Descriptor blob(String type, byte[] content) {
        registry.addBlob(NAME, content);
        return new Descriptor(type, Digest.of(content), content.length);
    }

    /** With an annotation that ours does not have: nobody else's index is the same to the last byte. */
    static ImageIndex indexOf(Manifest amd64, Manifest arm64) {
        return ImageIndex.of(
                List.of(
                        amd64.descriptor().withPlatform(Platform.of("linux", "amd64")),
                        arm64.descriptor().withPlatform(Platform.of("linux", "arm64"))),
                Map.of("made.by", "others"));
    }
}
