package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.List;

/**
 * A file of digests to write.
 *
 * @param file in {@code dist}
 */
public record DigestFileTask(String dist, String file) implements Task {

    @Override
    public String title() {
        return dist + "/" + file;
    }

    @Override
    public List<String> leaves() {
        return List.of(file);
    }

    @Override
    public List<String> describe() {
        return List.of(title());
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("file", title());
    }
}
