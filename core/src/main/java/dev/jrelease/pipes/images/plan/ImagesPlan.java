package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImageEntries;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * The same for some platforms only: indexes name the images that are left.
     *
     * @throws ReleaseException of kind USAGE if no image is for one of them
     */
    public ImagesPlan onlyFor(List<Platform> platforms) {
        if (platforms.isEmpty()) {
            return this;
        }
        platforms.stream()
                .filter(platform ->
                        images.stream().noneMatch(image -> image.platform().matches(platform)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw noImageFor(unknown);
                });
        List<ImageTask> some = images.stream()
                .filter(image -> platforms.stream().anyMatch(image.platform()::matches))
                .toList();
        Set<ImageKey> keys = some.stream().map(ImageTask::key).collect(Collectors.toSet());
        List<IndexTask> left = indexes.stream()
                .map(index -> index.withImages(keys))
                .filter(index -> !index.children().isEmpty())
                .toList();
        return new ImagesPlan(
                some, left.stream().map(index -> index.among(left)).toList());
    }

    private ReleaseException noImageFor(Platform platform) {
        String known = images.stream()
                .map(image -> image.platform().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return ReleaseException.couldNot(FailureKind.USAGE, "build for " + platform)
                .because("no image is for this platform; images are for " + known)
                .hint("name some of these with --platforms")
                .build();
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
