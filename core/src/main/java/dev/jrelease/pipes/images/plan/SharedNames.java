package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names that an image and an index with this very image in it both ask for. The index gets them: it is what such a name
 * means once everything is published. The image keeps its other names, and is in the index by its digest.
 */
final class SharedNames {
    private final Problems problems;
    private final Map<ImageKey, List<ImageName>> left = new LinkedHashMap<>();

    private SharedNames(Problems problems) {
        this.problems = problems;
    }

    static ImagesPlan toIndexes(List<ImageTask> images, List<IndexTask> indexes, Problems problems) {
        SharedNames shared = new SharedNames(problems);
        Map<ImageReference, List<IndexTask>> byName = indexes.stream()
                .collect(Collectors.groupingBy(index -> index.name().reference()));
        List<ImageTask> others =
                images.stream().map(image -> shared.without(image, byName)).toList();
        return new ImagesPlan(others, indexes.stream().map(shared::renamed).toList());
    }

    private ImageTask without(ImageTask image, Map<ImageReference, List<IndexTask>> indexes) {
        List<ImageName> kept = new ArrayList<>(image.names());
        for (ImageName name : image.names()) {
            indexes.getOrDefault(name.reference(), List.of()).stream()
                    .filter(index -> holds(index, image) && kept.remove(name))
                    .forEach(index -> give(name, image, index));
        }
        if (kept.size() == image.names().size()) {
            return image;
        }
        left.put(image.key(), kept);
        return image.withNames(kept);
    }

    private void give(ImageName name, ImageTask image, IndexTask index) {
        problems.warning(
                index.name().location(),
                name.text() + " is an index and an image in it, " + image.title() + ": the index gets the name",
                "give the image a tag of its own, or none");
    }

    private static boolean holds(IndexTask index, ImageTask image) {
        return index.push()
                && index.children().stream()
                        .anyMatch(child -> child instanceof IndexChild.Built built
                                && built.image().equals(image.key()));
    }

    /** An image that was in it by two names may be in it by one now. */
    private IndexTask renamed(IndexTask index) {
        List<IndexChild> children = new ArrayList<>();
        for (IndexChild child : index.children()) {
            IndexChild now = child instanceof IndexChild.Built built ? renamed(built) : child;
            if (left.isEmpty() || children.stream().noneMatch(now::isSame)) {
                children.add(now);
            }
        }
        return index.withChildren(children);
    }

    private IndexChild renamed(IndexChild.Built child) {
        List<ImageName> kept = left.get(child.image());
        Optional<ImageReference> asked = child.reference();
        if (kept == null || asked.isEmpty() || isAmong(kept, asked.get())) {
            return child;
        }
        return child.called(kept.stream()
                .filter(name -> name.reference().name().equals(asked.get().name()))
                .findFirst());
    }

    private static boolean isAmong(List<ImageName> names, ImageReference asked) {
        return names.stream().anyMatch(name -> name.reference().equals(asked));
    }
}
