package dev.jrelease.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Access;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.json.Json;

/**
 * The exporter of a build: the parameter {@code outputs}. An image has the same digest whether it is stored or pushed.
 *
 * @see <a href="https://github.com/moby/buildkit/blob/v0.25.0/README.md#imageregistry">the exporter of images</a>
 */
final class ImageOutput {
    private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

    private ImageOutput() {}

    /**
     * Stores the image in the engine. Empty, for the engine's default, if the engine takes no such options.
     *
     * <p>The default exporter has no such options: it unpacks the image at once.
     */
    static String stored(ImageBuild build, EngineInfo engine) {
        if (!engine.pushesByDigest()) {
            return "";
        }
        ObjectNode attributes = attributes(build);
        // The engine lists an image without a name only under this prefix.
        attributes.put("dangling-name-prefix", "moby-dangling");
        return output(attributes);
    }

    /** Pushes the image into a repository, without a tag. */
    static String pushed(ImageBuild build, InRepository place) {
        ObjectNode attributes = attributes(build)
                .put("name", place.repository())
                .put("push", "true")
                .put("push-by-digest", "true")
                .put("name-canonical", "true")
                // Builds of several platforms would get in each other's way under one name.
                .put("store", "false")
                .put("unpack", "false");
        if (place.access() == Access.INSECURE) {
            attributes.put("registry.insecure", "true");
        }
        return output(attributes);
    }

    /**
     * What decides the digest. With {@code rewrite-timestamp}, all layers of the build are written once more.
     *
     * @see <a href="https://github.com/moby/buildkit/blob/master/docs/build-repro.md">rewrite-timestamp</a>
     */
    private static ObjectNode attributes(ImageBuild build) {
        ObjectNode attributes = Json.object().put("oci-mediatypes", "true");
        if (build.buildArgs().containsKey(SOURCE_DATE_EPOCH) && TimestampRule.needsRewriting(build)) {
            attributes.put("rewrite-timestamp", "true");
        }
        return attributes;
    }

    private static String output(ObjectNode attributes) {
        ArrayNode outputs = Json.array();
        outputs.addObject().put("Type", "image").set("Attrs", attributes);
        return Json.text(outputs);
    }
}
