package dev.jrelease.pipes.images;

import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import dev.jrelease.pipes.images.plan.IndexChild.External;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan writes to registries: contents by repository, and tags. A snapshot writes nothing. */
record Publication(List<TagTask> tags, List<PushTask> pushes) {
    Publication {
        tags = List.copyOf(tags);
        pushes = List.copyOf(pushes);
    }

    static Publication of(ImagesPlan plan, ReleaseOptions options) {
        if (!isWanted(options)) {
            return new Publication(List.of(), List.of());
        }
        List<TagTask> tags = Stream.concat(
                        plan.images().stream().filter(ImageTask::push).flatMap(Publication::tags),
                        plan.indexes().stream().filter(IndexTask::push).map(Publication::tag))
                .toList();
        return new Publication(tags, pushes(tags, plan.indexes()));
    }

    private static boolean isWanted(ReleaseOptions options) {
        return options.publishes() && !options.skips(SkipWord.DOCKER);
    }

    List<TagTask> immutable() {
        return tags.stream().filter(tag -> !tag.name().floating()).toList();
    }

    List<TagTask> floating() {
        return tags.stream().filter(tag -> tag.name().floating()).toList();
    }

    private static Stream<TagTask> tags(ImageTask image) {
        return image.names().stream().map(name -> new TagTask(new TagContent.OfImage(image.key(), name)));
    }

    private static TagTask tag(IndexTask index) {
        return new TagTask(new TagContent.OfIndex(index));
    }

    private record Place(String repository, Access access) {
        // Written out: what the compiler makes is linked by reflection at the first call of a start.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && repository.equals(that.repository) && access.equals(that.access);
        }

        @Override
        public int hashCode() {
            return 31 * repository.hashCode() + access.hashCode();
        }
    }

    private static List<PushTask> pushes(List<TagTask> tags, List<IndexTask> indexes) {
        Map<Place, List<TagTask>> byPlace = new LinkedHashMap<>();
        for (TagTask tag : tags) {
            Place place = new Place(tag.name().reference().name(), tag.access());
            byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(tag);
        }
        return byPlace.values().stream().map(group -> push(group, indexes)).toList();
    }

    private static PushTask push(List<TagTask> group, List<IndexTask> indexes) {
        ImageReference repository = group.getFirst().name().reference();
        List<TagContent> subjects = group.stream().map(TagTask::subject).toList();
        return new PushTask(repository, group.getFirst().access(), subjects, mountFrom(repository, subjects, indexes));
    }

    private static List<String> mountFrom(
            ImageReference repository, List<TagContent> subjects, List<IndexTask> indexes) {
        return indexes.stream()
                .filter(index -> index.children().stream().anyMatch(External.class::isInstance))
                .filter(index -> subjects.contains(new TagContent.OfIndex(index)))
                .flatMap(index -> index.children().stream())
                .filter(External.class::isInstance)
                .flatMap(child -> child.reference().stream())
                .filter(child -> child.registry().equals(repository.registry()))
                .map(ImageReference::repository)
                .filter(name -> !name.equals(repository.repository()))
                .distinct()
                .toList();
    }
}
