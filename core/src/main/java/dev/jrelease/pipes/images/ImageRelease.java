package dev.jrelease.pipes.images;

import dev.jrelease.failure.DuplicateIds;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import java.util.List;

/**
 * What is released of images, planned once for all stages that make and publish them.
 *
 * @param tags none if nothing is published
 */
record ImageRelease(ImagesConfig config, ImagesPlan plan, List<TagTask> tags) {
    static final Feature<ImageRelease> FEATURE = Feature.of(ImagesConfig.SECTION, ImageRelease::of);

    ImageRelease {
        tags = List.copyOf(tags);
    }

    private static ImageRelease of(ImagesConfig config, Planning planning) {
        checkIds(config, planning.problems());
        ImagesPlan plan = ImagesPlan.of(config, planning);
        ReleaseOptions options = planning.options();
        boolean publishes = options.publishes() && !options.skips(SkipWord.DOCKER);
        return new ImageRelease(config, plan, publishes ? TagTask.of(plan) : List.of());
    }

    private static void checkIds(ImagesConfig config, Problems problems) {
        DuplicateIds ids = new DuplicateIds(problems);
        config.dockers().forEach(entry -> entry.id().ifPresent(id -> ids.add(id.source(), entry.location())));
        DuplicateIds idsOfIndexes = new DuplicateIds(problems);
        config.dockerManifests().forEach(entry -> entry.id().ifPresent(id -> idsOfIndexes.add(id, entry.location())));
        DuplicateIds idsV2 = new DuplicateIds(problems);
        config.dockersV2().forEach(entry -> entry.id().ifPresent(id -> idsV2.add(id.source(), entry.location())));
    }
}
