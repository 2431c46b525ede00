package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an engine keeps images, which shows in their ids and in the archives it hands out. */
public enum ImageStore {
    /** Graphdrivers before 25: {@code ID/layer.tar}; a layer that occurs twice is a link. */
    OLD_GRAPH,
    /** Graphdrivers of 25 and newer: an OCI layout of layers that are not compressed. */
    GRAPH,
    /** An OCI layout with compressed layers, and Docker's media types unless a build asks for others. */
    CONTAINERD;

    String id(EngineImage image) {
        return this == CONTAINERD ? Sha256.digest(image.storedManifest()) : image.configDigest();
    }

    byte[] archive(EngineImage image) {
        return switch (this) {
            case OLD_GRAPH -> oldForm(image);
            case GRAPH -> layout(image, image.uncompressedManifest(), false);
            case CONTAINERD -> layout(image, image.storedManifest(), true);
        };
    }

    private static byte[] oldForm(EngineImage image) {
        Tar tar = new Tar();
        ObjectNode manifest = EngineImage.JSON.createObjectNode();
        manifest.put("Config", hex(image.configDigest()) + ".json");
        var paths = manifest.putArray("Layers");
        Map<String, String> written = new LinkedHashMap<>();
        OldNames names = new OldNames(image);
        for (Layer layer : image.layers()) {
            String folder = names.next(layer);
            String path = folder + "/layer.tar";
            String first = written.putIfAbsent(layer.diffId(), path);
            tar.file(folder + "/VERSION", "1.0").file(folder + "/json", names.json());
            if (first == null) {
                tar.file(path, layer.tar());
            } else {
                tar.link(path, "../" + first);
            }
            paths.add(path);
        }
        tar.file(hex(image.configDigest()) + ".json", image.config());
        return tar.file("manifest.json", "[" + manifest + "]").bytes();
    }

    private static byte[] layout(EngineImage image, byte[] manifest, boolean compressed) {
        Map<String, byte[]> blobs = new LinkedHashMap<>();
        image.layers().forEach(layer -> put(blobs, compressed ? layer.gzip() : layer.tar()));
        put(blobs, image.config());
        put(blobs, manifest);
        Tar tar = new Tar();
        blobs.forEach((name, content) -> tar.file("blobs/sha256/" + name, content));
        ObjectNode index = EngineImage.JSON.createObjectNode();
        index.put("schemaVersion", 2);
        index.put("mediaType", "application/vnd.oci.image.index.v1+json");
        String type = compressed ? image.manifestType() : EngineImage.OCI_MANIFEST;
        index.putArray("manifests").add(EngineImage.descriptor(type, manifest));
        return tar.file("index.json", index.toString())
                .file("manifest.json", "[]")
                .file("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}")
                .bytes();
    }

    private static void put(Map<String, byte[]> blobs, byte[] content) {
        blobs.put(Sha256.hex(content), content);
    }

    private static String hex(String digest) {
        return digest.substring("sha256:".length());
    }
}
