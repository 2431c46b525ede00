package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.Location;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImageEntries;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The images and indexes of a configuration. */
public record ImagesPlan(List<ImageTask> images, List<IndexTask> indexes) {
    static final ImagesPlan NOTHING = new ImagesPlan(List.of(), List.of());

    public ImagesPlan {
        images = List.copyOf(images);
        indexes = List.copyOf(indexes);
    }

    public static ImagesPlan of(ImagesConfig config, List<BuildOutput> programs, Planning planning) {
        ImageNames names = new ImageNames(planning);
        ImagePlanner imagePlanner = new ImagePlanner(planning, names, programs, ArchiveAndPackageIds.of(config));
        List<ImageTask> asked = new ArrayList<>();
        List<IndexTask> indexes = new ArrayList<>();
        for (ImageEntry entry : new ImageEntries(planning).of(config)) {
            ImagesPlan planned = imagePlanner.plan(entry);
            asked.addAll(planned.images());
            indexes.addAll(planned.indexes());
        }
        NameConflicts conflicts = new NameConflicts(planning.problems());
        List<ImageTask> images = conflicts.images(asked);
        IndexPlanner indexPlanner = new IndexPlanner(planning, names, images, indexes);
        config.dockerManifests().forEach(manifest -> indexes.addAll(indexPlanner.plan(manifest)));
        indexPlanner.finish(images);
        List<IndexTask> once = conflicts.indexes(indexes);
        List<IndexTask> all = once.stream().map(index -> index.among(once)).toList();
        if (images.isEmpty()
                && indexes.isEmpty()
                && !names.arePossible()
                && !planning.problems().hasErrors()) {
            reportNothing(config, planning);
        }
        Map<ImageKey, List<IndexTask>> naming = byImage(indexes);
        return new ImagesPlan(
                images.stream()
                        .map(image -> image.in(naming.getOrDefault(image.key(), List.of())))
                        .toList(),
                all);
    }

    /** A warning if every entry is left out; an error if a file of jrelease has no entries. */
    private static void reportNothing(ImagesConfig config, Planning planning) {
        Location start = planning.project().location();
        if (config.hasEntries()) {
            planning.problems().warning(start, "nothing to release: every entry is left out");
        } else {
            planning.notFollowed(
                    start,
                    "nothing to release: there is no entry of dockers",
                    "add an entry of dockers"
                            + (planning.isLenient(start) ? "; without one, release refuses this file" : ""));
        }
    }

    /** The indexes that name each image. */
    private static Map<ImageKey, List<IndexTask>> byImage(List<IndexTask> indexes) {
        Map<ImageKey, List<IndexTask>> naming = new HashMap<>();
        for (IndexTask index : indexes) {
            index.children().stream()
                    .flatMap(child -> child instanceof IndexChild.Built built ? Stream.of(built.image()) : Stream.of())
                    .distinct()
                    .forEach(image -> naming.computeIfAbsent(image, _ -> new ArrayList<>())
                            .add(index));
        }
        return naming;
    }
}
