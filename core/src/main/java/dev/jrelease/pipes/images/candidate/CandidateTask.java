package dev.jrelease.pipes.images.candidate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.List;

/**
 * Everything of a candidate that becomes a release.
 *
 * @param published names of the release
 */
record CandidateTask(List<PromotedContent> contents, List<PublishedName> published) implements Task {
    CandidateTask {
        contents = List.copyOf(contents);
        published = List.copyOf(published);
    }

    @Override
    public String title() {
        return contents.size() == 1 ? "1 image or index" : contents.size() + " images and indexes";
    }

    @Override
    public List<String> describe() {
        return contents.stream()
                .flatMap(content ->
                        content.tags().stream().map(tag -> tag.name().text() + "  from " + content.candidates()))
                .toList();
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object();
        for (PromotedContent content : contents) {
            for (var tag : content.tags()) {
                ArrayNode from = node.putArray(tag.name().text());
                content.from().forEach(candidate -> from.add(candidate.text()));
            }
        }
        return node;
    }
}
