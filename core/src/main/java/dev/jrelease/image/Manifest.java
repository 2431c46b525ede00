package dev.jrelease.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An image manifest or an index. Digest and size are those of the original bytes, which are never written anew. */
public sealed interface Manifest permits ImageManifest, ImageIndex {

    /** The largest manifest that is read; registries have the same limit. */
    int MAX_BYTES = 4 * 1024 * 1024;

    String mediaType();

    /** The original bytes; not to be changed. */
    byte[] bytes();

    /** The content that must be stored with it: the blobs of an image without foreign layers, the manifests of an index. */
    List<Descriptor> references();

    /** The manifest that this one is about, as a signature is; empty if it is about none. */
    default Optional<Digest> subject() {
        return Digest.parse(parse(bytes()).path("subject").path("digest").asText());
    }

    /** The type of an artifact, such as a signature or an SBOM; for an image the media type of its configuration. */
    default String artifactType() {
        JsonNode node = parse(bytes());
        return node.path("artifactType")
                .asText(node.path("config").path("mediaType").asText());
    }

    default Digest digest() {
        return Digest.of(bytes());
    }

    default Descriptor descriptor() {
        return new Descriptor(mediaType(), digest(), bytes().length);
    }

    /**
     * Parses a manifest or an index of OCI's or Docker's types.
     *
     * @param mediaType as the server or the layout states it; empty if it does not
     * @throws IllegalArgumentException if the bytes are neither
     */
    static Manifest read(String mediaType, byte[] bytes) {
        JsonNode node = parse(bytes);
        String type = type(mediaType, node);
        if (MediaTypes.isIndex(type)) {
            return new ImageIndex(type, bytes, descriptors(node.path("manifests")));
        }
        if (MediaTypes.isManifest(type)) {
            return new ImageManifest(
                    type, bytes, Descriptor.read(node.path("config")), descriptors(node.path("layers")));
        }
        throw new IllegalArgumentException("neither an image manifest nor an index: media type '" + type + "'");
    }

    private static JsonNode parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a manifest of more than " + MAX_BYTES + " bytes");
        }
        try {
            return Json.parse(bytes);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("a manifest: " + malformed.getMessage(), malformed);
        }
    }

    /**
     * The media type in the document has priority. It is optional in OCI; without it, the server's type or the
     * document's members decide.
     */
    private static String type(String stated, JsonNode node) {
        String own = node.path("mediaType").asText();
        if (!own.isEmpty()) {
            return own;
        }
        if (MediaTypes.MANIFESTS.contains(stated)) {
            return stated;
        }
        return node.has("manifests") ? MediaTypes.OCI_INDEX : node.has("config") ? MediaTypes.OCI_MANIFEST : stated;
    }

    private static List<Descriptor> descriptors(JsonNode array) {
        List<Descriptor> all = new ArrayList<>();
        array.forEach(node -> all.add(Descriptor.read(node)));
        return all;
    }
}
