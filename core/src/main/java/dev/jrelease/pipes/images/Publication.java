package dev.jrelease.pipes.images;

import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.List;
import java.util.stream.Stream;

/** The tags that a plan publishes. A snapshot publishes none. */
record Publication(List<TagTask> tags) {
    Publication {
        tags = List.copyOf(tags);
    }

    static Publication of(ImagesPlan plan, ReleaseOptions options) {
        if (!isWanted(options)) {
            return new Publication(List.of());
        }
        List<TagTask> tags = Stream.concat(
                        plan.images().stream().filter(ImageTask::push).flatMap(Publication::tags),
                        plan.indexes().stream().filter(IndexTask::push).map(Publication::tag))
                .toList();
        return new Publication(tags);
    }

    private static boolean isWanted(ReleaseOptions options) {
        return options.publishes() && !options.skips(SkipWord.DOCKER);
    }

    List<TagTask> immutable() {
        return tags.stream().filter(tag -> !tag.name().floating()).toList();
    }

    private static Stream<TagTask> tags(ImageTask image) {
        return image.names().stream().map(name -> new TagTask(new TagContent.OfImage(image.key(), name)));
    }

    private static TagTask tag(IndexTask index) {
        return new TagTask(new TagContent.OfIndex(index));
    }
}
