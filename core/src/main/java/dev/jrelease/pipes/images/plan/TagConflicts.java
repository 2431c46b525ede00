package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds names that two images, or an image and an index, have in common, among those that are certainly made. */
final class TagConflicts {
    private TagConflicts() {}

    static void report(List<ImageTask> allImages, List<IndexTask> allIndexes, Problems problems) {
        List<ImageTask> images =
                allImages.stream().filter(image -> !image.perhaps()).toList();
        List<IndexTask> indexes =
                allIndexes.stream().filter(index -> !index.perhaps()).toList();
        Map<ImageReference, ImageTask> owners = new LinkedHashMap<>();
        for (ImageTask image : images) {
            for (ImageName name : image.names()) {
                ImageTask other = owners.putIfAbsent(name.reference(), image);
                if (other != null) {
                    problems.error(
                            name.location(),
                            "two images have the name " + name.text() + ": " + both(other, image),
                            hint(other, image));
                }
            }
        }
        Map<ImageReference, IndexTask> indexOwners = new LinkedHashMap<>();
        for (IndexTask index : indexes) {
            report(
                    index,
                    owners.get(index.name().reference()),
                    indexOwners.putIfAbsent(index.name().reference(), index),
                    problems);
        }
    }

    private static void report(
            IndexTask index, @Nullable ImageTask image, @Nullable IndexTask other, Problems problems) {
        ImageName name = index.name();
        if (image != null) {
            problems.error(
                    name.location(),
                    name.text() + " is both an index and an image, " + image.title(),
                    "give them different tags");
        }
        if (other != null && other.isSame(index)) {
            problems.warning(name.location(), "the index " + name.text() + " is named twice");
        } else if (other != null) {
            boolean differ = !other.children().equals(index.children());
            problems.error(
                    name.location(),
                    "two indexes with different " + (differ ? "images" : "annotations") + " have the name "
                            + name.text());
        }
    }

    private static String both(ImageTask one, ImageTask other) {
        return one.title() + " and " + other.title();
    }

    /** {@code arch} is arm for armv6 and armv7; {@code target} distinguishes them. */
    private static String hint(ImageTask one, ImageTask other) {
        if (one.key().entry().equals(other.key().entry())
                && !one.key().combination().equals(other.key().combination())) {
            return "add the values of the matrix to the tag: {{ .Matrix.NAME }}";
        }
        return one.platform().matches(other.platform())
                ? "give them different tags"
                : "add {{ target }} to the tag: it is " + one.platform().target() + " and "
                        + other.platform().target();
    }
}
