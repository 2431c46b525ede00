package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An image in the fake engine: its configuration, byte for byte, and its layers.
 *
 * @param ociTypes whether the containerd store has it with OCI's media types instead of Docker's
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EngineImage(byte[] config, List<Layer> layers, boolean ociTypes) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";

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

    EngineImage(byte[] config, List<Layer> layers) {
        this(config, layers, false);
    }

    EngineImage withOciTypes() {
        return new EngineImage(config, layers, true);
    }

    /** The manifest with which the containerd store names the image. */
    byte[] storedManifest() {
        return ociTypes
                ? manifest(OCI_MANIFEST, OCI_CONFIG, "application/vnd.oci.image.layer.v1.tar+gzip", true)
                : manifest(
                        DOCKER_MANIFEST,
                        "application/vnd.docker.container.image.v1+json",
                        "application/vnd.docker.image.rootfs.diff.tar.gzip",
                        true);
    }

    String manifestType() {
        return ociTypes ? OCI_MANIFEST : DOCKER_MANIFEST;
    }

    /** The manifest that newer graphdriver engines put into their archives. */
    byte[] uncompressedManifest() {
        return manifest(OCI_MANIFEST, OCI_CONFIG, "application/vnd.oci.image.layer.v1.tar", false);
    }

    private byte[] manifest(String type, String configType, String layerType, boolean compressed) {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", type);
        manifest.set("config", descriptor(configType, config));
        var array = manifest.putArray("layers");
        for (Layer layer : layers) {
            array.add(descriptor(layerType, compressed ? layer.gzip() : layer.tar()));
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
