package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.List;

/** All tags of images and indexes, to be handed on with what they are to hold. */
record ContentsTask(List<TagTask> all) implements Task {
    ContentsTask {
        all = List.copyOf(all);
    }

    @Override
    public String title() {
        return all.size() == 1 ? "1 tag" : all.size() + " tags";
    }

    @Override
    public List<String> describe() {
        return List.of(title());
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("tags", all.size());
    }
}
