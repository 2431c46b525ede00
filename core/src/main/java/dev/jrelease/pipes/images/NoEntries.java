package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.Location;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.List;

/**
 * The task of a file without entries, which is refused before anything runs.
 *
 * @param file where it begins
 */
public record NoEntries(Location file) implements Task {

    @Override
    public String title() {
        return "no images";
    }

    @Override
    public List<String> describe() {
        return List.of(title());
    }

    @Override
    public ObjectNode json() {
        return Json.object();
    }
}
