package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformSpellings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

        String repository() {
            return name.reference().name();
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

    /** Reports, once all indexes are known. */
    void report(List<ImageTask> images) {
        Set<ImageKey> loose = loose(images);
        Map<String, List<Combined>> byRepository = new HashMap<>();
        indexes.forEach(index -> byRepository
                .computeIfAbsent(index.repository(), _ -> new ArrayList<>())
                .add(index));
        for (Combined index : indexes) {
            if (index.isPlain() && !index.perhaps()) {
                Set<ImageKey> forgotten = forgotten(index, byRepository.getOrDefault(index.repository(), List.of()));
                forgotten.addAll(loose);
                forgotten.removeAll(index.keys());
                if (!forgotten.isEmpty()) {
                    report(index, images, forgotten);
                }
            }
        }
    }

    /** What nothing combines, if it is known what all indexes combine. */
    private Set<ImageKey> loose(List<ImageTask> images) {
        Set<ImageKey> loose = new HashSet<>();
        if (indexes.stream().allMatch(index -> index.named().complete())) {
            images.forEach(image -> loose.add(image.key()));
            indexes.forEach(index -> loose.removeAll(index.keys()));
        }
        return loose;
    }

    /** What an index of the same repository combines with all that this one names. */
    private static Set<ImageKey> forgotten(Combined index, List<Combined> ofRepository) {
        Set<ImageKey> forgotten = new HashSet<>();
        for (Combined other : ofRepository) {
            if (other.keys().containsAll(index.keys())) {
                forgotten.addAll(other.keys());
            }
        }
        return forgotten;
    }

    private void report(Combined index, List<ImageTask> images, Set<ImageKey> forgotten) {
        Set<String> common = common(index);
        List<ImageName> missing = images.stream()
                .filter(image -> forgotten.contains(image.key()) && isCertain(image) && isOfOtherPlatform(image, index))
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

    /** One variant of an architecture may replace another one. */
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
