package dev.jrelease.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.jrelease.json.Json;

/** The exporter of a build: the parameter {@code outputs}. */
final class ImageOutput {
    private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

    private ImageOutput() {}

    /**
     * The exporter that limits the time of files to {@code SOURCE_DATE_EPOCH}, including folders that {@code COPY}
     * creates. Empty, for the engine's default, if the engine does not support it or no time is set.
     *
     * <p>The default exporter has no such option: it unpacks the image at once.
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
                // The engine lists an image without a name only under this prefix.
                .put("dangling-name-prefix", "moby-dangling");
        return Json.text(outputs);
    }
}
