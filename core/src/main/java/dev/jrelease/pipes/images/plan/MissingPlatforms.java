package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipes.images.entry.Combination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds indexes with some images of an entry but not those of its other platforms. */
final class MissingPlatforms {
    private final Map<Siblings, List<ImageTask>> images = new LinkedHashMap<>();
    private final Problems problems;

    /** Identifies the images of one entry and one combination of its matrix. */
    private record Siblings(Location entry, Combination combination) {
        static Siblings of(ImageKey image) {
            return new Siblings(image.entry(), image.combination());
        }
    }

    MissingPlatforms(List<ImageTask> images, Problems problems) {
        this.problems = problems;
        for (ImageTask image : images) {
            this.images
                    .computeIfAbsent(Siblings.of(image.key()), _ -> new ArrayList<>())
                    .add(image);
        }
    }

    /** A name that is empty leaves its platform out on purpose. The entry of an external image is not known. */
    void report(ImageName index, IndexChildren.Named names) {
        Set<ImageKey> named = names.children().stream()
                .flatMap(child -> child instanceof IndexChild.Built built ? Stream.of(built.image()) : Stream.empty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!names.complete() || names.children().stream().anyMatch(IndexChild.External.class::isInstance)) {
            return;
        }
        named.stream().map(Siblings::of).distinct().forEach(entry -> {
            List<ImageTask> missing = images.getOrDefault(entry, List.of()).stream()
                    .filter(image -> !image.perhaps() && !image.names().isEmpty() && !named.contains(image.key()))
                    .toList();
            report(index, missing);
        });
    }

    private void report(ImageName index, List<ImageTask> missing) {
        if (missing.isEmpty()) {
            return;
        }
        List<String> platforms =
                missing.stream().map(image -> image.platform().toString()).toList();
        List<String> names = missing.stream()
                .flatMap(image -> image.names().stream().limit(1))
                .map(ImageName::text)
                .toList();
        Problem warning = Problem.warning(
                index.location(),
                index.text() + " lacks " + String.join(", ", platforms) + ", for which "
                        + missing.getFirst().id() + " has " + (missing.size() == 1 ? "an image" : "images"),
                "add to its image_templates: " + String.join(", ", names));
        problems.addOnce("lacks", warning, new Cause.Any());
    }
}
