package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.TagName;
import dev.jrelease.image.Manifest;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.List;
import java.util.stream.Stream;

/** One tag that a release writes: of an image, or of an index. */
public sealed interface TagTask extends Task {
    ImageName name();

    /** What the tag is to hold. */
    Manifest content(ImageContents contents);

    record OfImage(ImageKey image, ImageName name) implements TagTask {
        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(image, name);
        }
    }

    record OfIndex(IndexTask index) implements TagTask {
        @Override
        public ImageName name() {
            return index.name();
        }

        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(index);
        }
    }

    /** All tags of a plan. */
    static List<TagTask> of(ImagesPlan plan) {
        Stream<TagTask> images = plan.images().stream()
                .filter(ImageTask::push)
                .flatMap(image -> image.names().stream().map(name -> new OfImage(image.key(), name)));
        Stream<TagTask> indexes =
                plan.indexes().stream().filter(IndexTask::push).map(OfIndex::new);
        return Stream.concat(images, indexes).toList();
    }

    @Override
    default String title() {
        return name().text();
    }

    @Override
    default List<TagName> tags() {
        return List.of(new TagName(name().text(), name().floating()));
    }

    @Override
    default List<String> describe() {
        return List.of(title());
    }

    @Override
    default ObjectNode json() {
        return Json.object().put("reference", title());
    }
}
