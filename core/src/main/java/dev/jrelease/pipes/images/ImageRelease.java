package dev.jrelease.pipes.images;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.failure.DuplicateIds;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import dev.jrelease.publish.Tag;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is released of images, planned once for all stages that make and publish them.
 *
 * @param tags none if nothing is published
 */
public record ImageRelease(ImagesConfig config, ImagesPlan plan, List<ImageTag> tags) {
    public ImageRelease {
        tags = List.copyOf(tags);
    }

    /**
     * The feature, with a plan of its own.
     *
     * @param programs that go into images, as planned
     */
    public static Feature<ImageRelease> feature(Feature<List<BuildOutput>> programs) {
        return Feature.of(ImagesConfig.SECTION, (config, planning) -> of(config, planning.of(programs), planning));
    }

    private static ImageRelease of(ImagesConfig config, List<BuildOutput> programs, Planning planning) {
        checkIds(config, planning.problems());
        ReleaseOptions options = planning.options();
        ImagesPlan plan = ImagesPlan.of(config, programs, planning).onlyFor(options.platforms());
        boolean publishes = options.publishes() && !options.skips(SkipWord.DOCKER);
        return new ImageRelease(config, plan, publishes ? ImageTag.of(plan) : List.of());
    }

    /** The tags, for the stage that publishes them. */
    public List<Tag> published() {
        return tags.stream().map(tag -> tag.name().published()).toList();
    }

    /** The names, for stages that work on what is published. */
    public List<PublishedName> names() {
        if (tags.isEmpty()) {
            return List.of();
        }
        return Stream.concat(plan.images().stream(), plan.indexes().stream())
                .flatMap(task -> task.published().stream())
                .toList();
    }

    private static void checkIds(ImagesConfig config, Problems problems) {
        DuplicateIds ids = new DuplicateIds(problems);
        config.dockers()
                .forEach(entry -> entry.id().ifPresent(id -> ids.add(id.source(), id.location(), entry.location())));
        DuplicateIds idsOfIndexes = new DuplicateIds(problems);
        config.dockerManifests()
                .forEach(entry ->
                        entry.id().ifPresent(id -> idsOfIndexes.add(id.value(), id.location(), entry.location())));
        DuplicateIds idsV2 = new DuplicateIds(problems);
        config.dockersV2()
                .forEach(entry -> entry.id().ifPresent(id -> idsV2.add(id.source(), id.location(), entry.location())));
    }
}
