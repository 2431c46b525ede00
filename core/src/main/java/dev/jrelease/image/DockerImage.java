package dev.jrelease.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import java.util.List;

/**
 * Writes an image's manifest with Docker's media types, for what cannot read OCI's. Configuration and layers stay as
 * they are.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/manifest-v2-2/">Image manifest version 2, schema 2</a>
 */
final class DockerImage {
    private DockerImage() {}

    /**
     * The same image with another digest. Annotations are left out: Docker's manifests have none.
     *
     * @throws ReleaseException of kind BUILD if a layer has no media type of Docker's
     */
    static ImageManifest of(ImageManifest image) {
        Descriptor config = image.config().plain(MediaTypes.DOCKER_CONFIG);
        List<Descriptor> layers = image.layers().stream()
                .map(layer -> layer.plain(type(layer, image)))
                .toList();
        ObjectNode node = Json.object();
        node.put("schemaVersion", 2);
        node.put("mediaType", MediaTypes.DOCKER_MANIFEST);
        node.set("config", config.writeSizeFirst());
        var array = node.putArray("layers");
        layers.forEach(layer -> array.add(layer.writeSizeFirst()));
        return new ImageManifest(MediaTypes.DOCKER_MANIFEST, Json.bytes(node), config, layers);
    }

    private static String type(Descriptor layer, ImageManifest image) {
        return MediaTypes.toDocker(layer.mediaType())
                .orElseThrow(() -> ReleaseException.couldNot(
                                FailureKind.BUILD, "name the image " + image.digest() + " in a Docker manifest list")
                        .because("Docker has no type for its layer of the type " + layer.mediaType())
                        .hint("ask for the format oci")
                        .build());
    }
}
