package dev.jrelease.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The manifest of an image for one platform.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/manifest.md">OCI image manifest</a>
 */
@SuppressWarnings("ArrayRecordComponent") // equality is that of the bytes, below
public record ImageManifest(String mediaType, byte[] bytes, Descriptor config, List<Descriptor> layers)
        implements Manifest {

    public ImageManifest {
        layers = List.copyOf(layers);
    }

    /** Creates an OCI manifest. */
    public static ImageManifest of(Descriptor config, List<Descriptor> layers) {
        ObjectNode node = Json.object();
        node.put("schemaVersion", 2);
        node.put("mediaType", MediaTypes.OCI_MANIFEST);
        node.set("config", config.write());
        var array = node.putArray("layers");
        layers.forEach(layer -> array.add(layer.write()));
        return new ImageManifest(MediaTypes.OCI_MANIFEST, Json.bytes(node), config, layers);
    }

    /** The same image with these annotations added or replaced. It has another digest. */
    public ImageManifest withAnnotations(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        try {
            ObjectNode node = (ObjectNode) Json.parse(bytes);
            ObjectNode all = node.withObject("/annotations");
            more.forEach(all::put);
            return new ImageManifest(mediaType, Json.bytes(node), config, layers);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same layers with another configuration. It has another digest. */
    public ImageManifest withConfig(Descriptor other) {
        try {
            ObjectNode node = (ObjectNode) Json.parse(bytes);
            node.set("config", other.write());
            return new ImageManifest(mediaType, Json.bytes(node), other, layers);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The size of its configuration and layers in bytes. */
    public long contentSize() {
        return references().stream().mapToLong(Descriptor::size).sum();
    }

    /** Whether the manifest describes something other than an image: a chart, a signature, an attestation. */
    public boolean isArtifact() {
        return !MediaTypes.toOci(config.mediaType()).equals(MediaTypes.OCI_CONFIG);
    }

    @Override
    public List<Descriptor> references() {
        return Stream.concat(Stream.of(config), layers.stream().filter(layer -> !layer.isForeign()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageManifest manifest
                && manifest.mediaType.equals(mediaType)
                && Arrays.equals(manifest.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
