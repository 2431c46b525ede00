package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformSpellings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds indexes of images that have an entry each, as GoReleaser's files write them, and that lack one whose name
 * differs from theirs in nothing but the platform. An image that some other index holds alone may be left out on
 * purpose.
 */
final class MissingSiblings {
    private final List<Combined> indexes = new ArrayList<>();
    private final Problems problems;

    MissingSiblings(Problems problems) {
        this.problems = problems;
    }

    /** An index, what it names, and what of that is built: each image is compared with each index. */
    private record Combined(
            ImageName name,
            IndexChildren.Named named,
            boolean perhaps,
            List<IndexChild.Built> built,
            Set<ImageKey> keys) {
        static Combined of(ImageName name, IndexChildren.Named named, boolean perhaps) {
            List<IndexChild.Built> built = named.children().stream()
                    .filter(IndexChild.Built.class::isInstance)
                    .map(IndexChild.Built.class::cast)
                    .toList();
            Set<ImageKey> keys = built.stream().map(IndexChild.Built::image).collect(Collectors.toSet());
            return new Combined(name, named, perhaps, built, keys);
        }

        boolean isOfRepositoryOf(Combined other) {
            return name.reference().registry().equals(other.name.reference().registry())
                    && name.reference()
                            .repository()
                            .equals(other.name.reference().repository());
        }

        /** Whether all that it names is an image of this release with a name. */
        boolean isPlain() {
            return named.complete()
                    && built().size() == named.children().size()
                    && built().size() > 1
                    && built().stream().allMatch(child -> child.name().isPresent());
        }
    }

    void add(ImageName index, IndexChildren.Named named, boolean perhaps) {
        indexes.add(Combined.of(index, named, perhaps));
    }

    /** Looks when all indexes are known. */
    void report(List<ImageTask> images) {
        indexes.stream().filter(index -> index.isPlain() && !index.perhaps()).forEach(index -> report(index, images));
    }

    private void report(Combined index, List<ImageTask> images) {
        Set<String> common = common(index);
        List<ImageName> missing = images.stream()
                .filter(image -> isCertain(image) && isOfOtherPlatform(image, index) && isForgotten(image, index))
                .flatMap(image -> image.names().stream()
                        .filter(name -> rests(name, image.platform()).anyMatch(common::contains))
                        .limit(1))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        String names = missing.stream().map(ImageName::text).collect(Collectors.joining(", "));
        problems.warning(
                index.name().location(),
                index.name().text() + " lacks " + platforms(missing, images) + ", for which there is " + names,
                "add to its image_templates: " + names);
    }

    private static String platforms(List<ImageName> missing, List<ImageTask> images) {
        return images.stream()
                .filter(image -> image.names().stream().anyMatch(missing::contains))
                .map(image -> image.platform().toString())
                .collect(Collectors.joining(", "));
    }

    private static boolean isCertain(ImageTask image) {
        return image.push() && !image.perhaps() && !image.names().isEmpty();
    }

    /** Of an architecture, one variant may be left out for another, and what an entry makes is judged with it. */
    private static boolean isOfOtherPlatform(ImageTask image, Combined index) {
        for (ImageKey child : index.keys()) {
            boolean sameArchitecture =
                    child.platform().architecture().equals(image.platform().architecture())
                            && child.platform().os().equals(image.platform().os());
            if (sameArchitecture || child.entry().equals(image.key().entry())) {
                return false;
            }
        }
        return true;
    }

    /** Nothing combines it, or an index of the same repository combines it with all of these. */
    private boolean isForgotten(ImageTask image, Combined index) {
        List<Combined> holders = indexes.stream()
                .filter(other -> other.keys().contains(image.key()))
                .toList();
        return holders.isEmpty()
                ? indexes.stream().allMatch(other -> other.named().complete())
                : holders.stream()
                        .anyMatch(other ->
                                other.isOfRepositoryOf(index) && other.keys().containsAll(index.keys()));
    }

    /** What the names of all children are without their platforms. */
    private static Set<String> common(Combined index) {
        Set<String> common = new HashSet<>();
        boolean first = true;
        for (IndexChild.Built child : index.built()) {
            Set<String> rests = child.name().stream()
                    .flatMap(name -> rests(name, child.image().platform()))
                    .collect(Collectors.toSet());
            if (first) {
                common.addAll(rests);
            }
            common.retainAll(rests);
            first = false;
        }
        return common;
    }

    private static Stream<String> rests(ImageName name, Platform platform) {
        String text = name.text();
        return PlatformSpellings.of(platform).stream()
                .map(spelling -> PlatformSpellings.without(text, spelling))
                .filter(rest -> !rest.equals(text));
    }
}
