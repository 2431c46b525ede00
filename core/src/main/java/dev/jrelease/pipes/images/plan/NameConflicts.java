package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that two images, two indexes, or an image and an index would both take, of those that are made for
 * certain. The first has the name. A second one that is the same in everything is a warning, any other is an error.
 */
final class NameConflicts {
    private final Problems problems;
    private final Map<ImageReference, ImageTask> images = new LinkedHashMap<>();

    NameConflicts(Problems problems) {
        this.problems = problems;
    }

    /** Removes from each image the names of an equal image before it, and images without names left. */
    List<ImageTask> images(List<ImageTask> asked) {
        List<ImageTask> once = new ArrayList<>();
        for (ImageTask image : asked) {
            List<ImageName> own = image.names().stream()
                    .filter(name -> !isRepeated(name, image))
                    .toList();
            if (!own.isEmpty() || image.names().isEmpty()) {
                once.add(image.withNames(own));
            }
        }
        return once;
    }

    private boolean isRepeated(ImageName name, ImageTask image) {
        ImageTask owner = image.perhaps() ? null : images.putIfAbsent(name.reference(), image);
        if (owner == null) {
            return false;
        }
        if (owner.isSame(image)) {
            problems.warning(name.location(), "the image " + name.text() + " is named twice, with the same content");
            return true;
        }
        problems.addOnce(
                "two images",
                Problem.error(
                        name.location(),
                        "two images have the name " + name.text() + ": " + both(owner, image),
                        hint(owner, image)));
        return false;
    }

    /** The first index of each name. */
    List<IndexTask> indexes(List<IndexTask> asked) {
        Map<ImageReference, IndexTask> once = new LinkedHashMap<>();
        Map<ImageReference, IndexTask> certain = new LinkedHashMap<>();
        for (IndexTask index : asked) {
            ImageReference name = index.name().reference();
            once.putIfAbsent(name, index);
            if (!index.perhaps()) {
                report(index, images.get(name), certain.putIfAbsent(name, index));
            }
        }
        return List.copyOf(once.values());
    }

    private void report(IndexTask index, @Nullable ImageTask image, @Nullable IndexTask other) {
        ImageName name = index.name();
        if (image != null) {
            problems.addOnce(
                    "index and image",
                    Problem.error(
                            name.location(),
                            name.text() + " is both an index and an image, " + image.title(),
                            "give them different tags"),
                    image.names().stream()
                            .filter(own -> own.reference().equals(name.reference()))
                            .map(own -> new Cause.At(own.location()))
                            .toArray(Cause[]::new));
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
