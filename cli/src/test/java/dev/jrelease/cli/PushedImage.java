package dev.jrelease.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.charset.StandardCharsets;

/** Images and indexes that someone else pushed, made by hand and put into a registry as they are. */
final class PushedImage {
    private static final String OCI = "application/vnd.oci.image.";
    private static final String MANIFEST = OCI + "manifest.v1+json";
    private static final String INDEX = OCI + "index.v1+json";

    private PushedImage() {}

    /**
     * An image of one layer.
     *
     * @param layer a tar file
     * @return how an index would name it, without a platform
     */
    static ObjectNode add(FakeRegistry registry, String repository, String tag, String architecture, byte[] layer) {
        ObjectNode config = Json.object().put("architecture", architecture).put("os", "linux");
        config.putObject("config").putArray("Env").add("PATH=/bin");
        config.putObject("rootfs")
                .put("type", "layers")
                .putArray("diff_ids")
                .add(Digest.of(layer).toString());
        ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", MANIFEST);
        manifest.set("config", blob(registry, repository, OCI + "config.v1+json", bytes(config)));
        manifest.putArray("layers").add(blob(registry, repository, OCI + "layer.v1.tar", layer));
        return manifest(registry, repository, tag, MANIFEST, manifest);
    }

    /** An index of what was added before. */
    static ObjectNode addIndex(FakeRegistry registry, String repository, String tag, ObjectNode... children) {
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", INDEX);
        for (ObjectNode child : children) {
            index.withArray("/manifests").add(child);
        }
        return manifest(registry, repository, tag, INDEX, index);
    }

    private static ObjectNode manifest(
            FakeRegistry registry, String repository, String tag, String mediaType, ObjectNode manifest) {
        return descriptor(
                mediaType, registry.addManifest(repository, tag, mediaType, bytes(manifest)), bytes(manifest).length);
    }

    private static ObjectNode blob(FakeRegistry registry, String repository, String mediaType, byte[] content) {
        return descriptor(mediaType, registry.addBlob(repository, content), content.length);
    }

    private static ObjectNode descriptor(String mediaType, String digest, int size) {
        return Json.object().put("mediaType", mediaType).put("digest", digest).put("size", size);
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
