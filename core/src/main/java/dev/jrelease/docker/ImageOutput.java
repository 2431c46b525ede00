package dev.jrelease.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.jrelease.json.Json;

/** How an engine puts out what it built: the parameter {@code outputs} of a build. */
final class ImageOutput {
    private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

    private ImageOutput() {}

    /**
     * With a stated time no file of the build's own layers is newer than that, the folders that {@code COPY} makes
     * included. Empty is the engine's own way, where it cannot do that or no time is stated.
     *
     * <p>The engine's own output cannot do it: it unpacks the image at once, as it was before.
     *
     * @see <a href="https://github.com/moby/buildkit/blob/master/docs/build-repro.md">rewrite-timestamp</a>
     */
    static String of(ImageBuild build, EngineInfo engine) {
        if (!engine.rewritesTimestamps() || !build.buildArgs().containsKey(SOURCE_DATE_EPOCH)) {
            return "";
        }
        ArrayNode outputs = Json.array();
        outputs.addObject()
                .put("Type", "image")
                .putObject("Attrs")
                .put("rewrite-timestamp", "true")
                // The engine lists an image without a name only under this one.
                .put("dangling-name-prefix", "moby-dangling");
        return Json.text(outputs);
    }
}
