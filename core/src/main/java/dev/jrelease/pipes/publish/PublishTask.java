package dev.jrelease.pipes.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.TagName;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.TagResult;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that a release publishes, which is done together. */
public record PublishTask(List<Tag> planned, PublishConfig config) implements Task {
    public PublishTask {
        planned = List.copyOf(planned);
    }

    /** The repositories that it writes to. */
    List<PublishedRepository> repositories() {
        return planned.stream().map(PublishedRepository::of).distinct().toList();
    }

    /** Its tags, immutable ones first. */
    List<Tag> tags(PublishedRepository repository) {
        return planned.stream()
                .filter(tag -> PublishedRepository.of(tag).equals(repository))
                .sorted(Comparator.comparing(Tag::floating))
                .toList();
    }

    /** Floating tags that a failed transaction did not come to. */
    List<TagResult> unmoved(List<TagResult> results) {
        List<Tag> known = results.stream().map(TagResult::tag).toList();
        return planned.stream()
                .filter(tag -> tag.floating() && !known.contains(tag))
                .map(TagResult::notMoved)
                .toList();
    }

    boolean isRequired(PublishedRepository repository) {
        return config.isRequired(repository.name());
    }

    @Override
    public List<TagName> tags() {
        return planned.stream()
                .map(one -> new TagName(one.text(), one.floating()))
                .toList();
    }

    /** In the order of the plan, floating tags last. */
    List<TagResult> inOrder(List<TagResult> results) {
        Map<Tag, Integer> order = new HashMap<>();
        Stream.concat(
                        planned.stream().filter(tag -> !tag.floating()),
                        planned.stream().filter(Tag::floating))
                .forEach(tag -> order.putIfAbsent(tag, order.size()));
        // Tags that only an earlier release wanted come last.
        return results.stream()
                .sorted(Comparator.comparingInt(result -> order.getOrDefault(result.tag(), order.size())))
                .toList();
    }

    Stream<TagTask> immutable() {
        return planned.stream().filter(one -> !one.floating()).map(TagTask::new);
    }

    Stream<TagTask> floating() {
        return planned.stream().filter(one -> one.floating()).map(TagTask::new);
    }

    @Override
    public String title() {
        return planned.size() == 1 ? "1 tag" : planned.size() + " tags";
    }

    @Override
    public List<String> describe() {
        return Stream.concat(immutable(), floating())
                .flatMap(tag -> tag.describe().stream())
                .toList();
    }

    @Override
    public ObjectNode json() {
        return Json.object().put("tags", planned.size());
    }
}
