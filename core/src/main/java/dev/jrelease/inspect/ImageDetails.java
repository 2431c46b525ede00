package dev.jrelease.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.json.Json;
import java.io.IOException;

/**
 * An image with its configuration.
 *
 * @param created as the configuration has it; empty if it has no valid time
 * @param history the number of steps in it
 */
public record ImageDetails(ImageManifest manifest, ImageConfig config, String created, int history) {

    /**
     * Reads an image's configuration.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static ImageDetails read(ImageSource source, ImageManifest manifest) throws IOException {
        byte[] bytes = source.bytes(manifest.config());
        ImageConfig config = ImageConfig.read(bytes);
        JsonNode node = Json.parse(bytes);
        return new ImageDetails(
                manifest,
                config,
                node.path("created").asText(),
                node.path("history").size());
    }

    /** The compressed size of all layers, in bytes. */
    public long layerBytes() {
        return manifest.layers().stream().mapToLong(Descriptor::size).sum();
    }
}
