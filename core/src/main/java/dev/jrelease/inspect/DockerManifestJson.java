package dev.jrelease.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.Json;
import dev.jrelease.places.PlacedImage;
import java.io.IOException;
import java.util.Map;

/**
 * An image or index in the form of {@code docker manifest inspect --verbose}: an object for an image, an array of them
 * for an index.
 */
public final class DockerManifestJson {
    private DockerManifestJson() {}

    /** The document as Docker indents it. */
    public static byte[] of(PlacedImage image) {
        try {
            return Json.indented(node(image), "\t");
        } catch (IOException impossible) {
            throw new IllegalStateException("a manifest that was parsed before", impossible);
        }
    }

    private static JsonNode node(PlacedImage image) throws IOException {
        String name = image.reference().map(ImageReference::toString).orElse(image.name());
        return switch (image.manifest()) {
            case ImageManifest single -> node(name, platform(single, image.source()), single);
            case ImageIndex index -> {
                ArrayNode all = Json.array();
                for (Descriptor child : index.manifests()) {
                    all.add(node(
                            name + "@" + child.digest(), child, image.source().manifest(child.digest())));
                }
                yield all;
            }
        };
    }

    private static Descriptor platform(ImageManifest image, ImageSource source) {
        return image.isArtifact()
                ? image.descriptor()
                : image.descriptor().withPlatform(source.config(image).platform());
    }

    private static ObjectNode node(String name, Descriptor descriptor, Manifest manifest) throws IOException {
        ObjectNode node = Json.object();
        node.put("Ref", name);
        node.set("Descriptor", plain(descriptor).write());
        node.put("Raw", manifest.bytes());
        node.set(key(manifest.mediaType()), Json.parse(manifest.bytes()));
        return node;
    }

    /** Without what Docker leaves out: annotations, and members other than those of the platform. */
    private static Descriptor plain(Descriptor of) {
        Descriptor.Further further =
                new Descriptor.Further(Map.of(), of.further().ofPlatform());
        return new Descriptor(of.mediaType(), of.digest(), of.size(), of.platform(), Map.of(), further);
    }

    private static String key(String mediaType) {
        return switch (mediaType) {
            case MediaTypes.DOCKER_MANIFEST -> "SchemaV2Manifest";
            case MediaTypes.OCI_MANIFEST -> "OCIManifest";
            default -> "Manifest";
        };
    }
}
