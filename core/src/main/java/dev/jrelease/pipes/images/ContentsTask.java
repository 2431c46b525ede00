package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.List;

/**
 * All indexes to make and all tags to fill, which depend on each other.
 *
 * @param tagged none if nothing is published
 */
record ContentsTask(List<IndexTask> indexes, List<ImageTag> tagged) implements Task {
    ContentsTask {
        indexes = List.copyOf(indexes);
        tagged = List.copyOf(tagged);
    }

    /** The immutable tags that are looked up before any index is made. */
    List<ImageTag> ofImages() {
        return tagged.stream()
                .filter(tag -> !tag.name().floating() && tag.isOfImages())
                .toList();
    }

    /** The other immutable tags. */
    List<ImageTag> ofIndexes() {
        return tagged.stream()
                .filter(tag -> !tag.name().floating() && !tag.isOfImages())
                .toList();
    }

    @Override
    public String title() {
        return tagged.isEmpty() ? count(indexes.size(), "index", "indexes") : count(tagged.size(), "tag", "tags");
    }

    private static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    @Override
    public List<String> describe() {
        return List.of(title());
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("indexes", indexes.size()).put("tags", tagged.size());
    }

    @Override
    public List<PublishedName> published() {
        return indexes.stream().flatMap(index -> index.published().stream()).toList();
    }
}
