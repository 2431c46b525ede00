package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.text.LinearPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The key of an annotation and what it annotates: {@code index:key}, {@code manifest:key} or {@code
 * manifest[linux/amd64]:key}, several separated by commas.
 *
 * @param platform of the images, as it is written; all if absent
 * @see <a href="https://docs.docker.com/reference/cli/docker/buildx/build/#annotation">docker buildx build</a>
 */
record AnnotationKey(Scope scope, Optional<String> platform, String key) {
    private static final String ONE_PLACE =
            "(index-descriptor|manifest-descriptor|index|manifest)(?:\\[([A-Za-z0-9_/.-]++)])?";
    private static final LinearPattern PLACE = LinearPattern.of(ONE_PLACE);
    private static final LinearPattern PLACED =
            LinearPattern.of("(?s)(" + ONE_PLACE + "(?:," + ONE_PLACE + ")*+):(.*+)");

    /** What can be annotated. */
    enum Scope {
        INDEX,
        MANIFEST,
        DESCRIPTOR
    }

    /** Parses a key; the standard applies if it has no prefix. */
    static List<AnnotationKey> parse(String text, Scope standard) {
        return PLACED.match(text)
                .map(placed -> placed(placed.group(1), placed.group(placed.groupCount())))
                .orElseGet(() -> List.of(new AnnotationKey(standard, Optional.empty(), text)));
    }

    private static List<AnnotationKey> placed(String places, String key) {
        return Arrays.stream(places.split(",", -1))
                .flatMap(place -> PLACE.match(place).stream())
                .map(place -> new AnnotationKey(scope(place.group(1)), Optional.ofNullable(place.group(2)), key))
                .toList();
    }

    private static Scope scope(String word) {
        return switch (word) {
            case "index" -> Scope.INDEX;
            case "manifest" -> Scope.MANIFEST;
            default -> Scope.DESCRIPTOR;
        };
    }

    boolean isOfIndex() {
        return scope == Scope.INDEX;
    }

    /** Whether it annotates the image for this platform. */
    boolean isOfImage(Platform image) {
        return scope == Scope.MANIFEST
                && platform.flatMap(Platform::parse).map(image::matches).orElse(platform.isEmpty());
    }

    /** Reports a scope that is not supported. */
    void check(Location location, Problems problems) {
        if (scope == Scope.DESCRIPTOR) {
            problems.error(
                    location,
                    "the annotation " + key + " is for a descriptor, which is not supported",
                    "use index: or manifest:");
        } else if (scope == Scope.INDEX && platform.isPresent()) {
            problems.error(location, "the annotation " + key + " is for an index of one platform", "use index:");
        }
    }
}
