package dev.jrelease.pipes.images;

import dev.jrelease.failure.DuplicateIds;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import dev.jrelease.pipes.images.plan.ImagesPlan;

/** What is released of images, planned once for all stages that make and publish them. */
record ImageRelease(ImagesConfig config, ImagesPlan plan, Publication publication) {
    static final Feature<ImageRelease> FEATURE = Feature.of(ImagesConfig.SECTION, ImageRelease::of);

    private static ImageRelease of(ImagesConfig config, Planning planning) {
        checkIds(config, planning.problems());
        ImagesPlan plan = ImagesPlan.of(config, planning);
        return new ImageRelease(config, plan, Publication.of(plan, planning.options()));
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
