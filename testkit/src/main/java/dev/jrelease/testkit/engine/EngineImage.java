package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An image in the fake engine: its configuration, byte for byte, and its layers. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EngineImage(byte[] config, List<Layer> layers) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** {@code sha256:…} of the configuration. */
    String configDigest() {
        return Sha256.digest(config);
    }

    JsonNode configuration() {
        try {
            return JSON.readTree(config);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The manifest with which the containerd store names the image. */
    byte[] dockerManifest() {
        return manifest("docker.distribution.manifest.v2+json", "docker.container.image.v1+json", true);
    }

    /** The manifest that newer graphdriver engines put into their archives. */
    byte[] ociManifest() {
        return manifest("oci.image.manifest.v1+json", "oci.image.config.v1+json", false);
    }

    private byte[] manifest(String type, String configType, boolean compressed) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", "application/vnd." + type);
        manifest.set("config", descriptor("application/vnd." + configType, config));
        var array = manifest.putArray("layers");
        for (Layer layer : layers) {
            array.add(
                    compressed
                            ? descriptor("application/vnd.docker.image.rootfs.diff.tar.gzip", layer.gzip())
                            : descriptor("application/vnd.oci.image.layer.v1.tar", layer.tar()));
        }
        return manifest.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode descriptor(String mediaType, byte[] content) {
        ObjectNode descriptor = JSON.createObjectNode();
        descriptor.put("mediaType", mediaType);
        descriptor.put("digest", Sha256.digest(content));
        descriptor.put("size", content.length);
        return descriptor;
    }
}
