package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of an annotation and what is annotated: {@code index:key}, {@code manifest:key} or {@code
 * manifest[linux/amd64]:key}, several separated by commas.
 *
 * @param platform of the images that are meant, as it is written; all if absent
 * @see <a href="https://docs.docker.com/reference/cli/docker/buildx/build/#annotation">docker buildx build</a>
 */
record AnnotationKey(Scope scope, Optional<String> platform, String key) {
    private static final Pattern PLACE =
            Pattern.compile("(index-descriptor|manifest-descriptor|index|manifest)(?:\\[([A-Za-z0-9_/.-]+)])?");
    private static final Pattern PLACED = Pattern.compile("(" + PLACE + "(?:," + PLACE + ")*+):(.*)", Pattern.DOTALL);

    /** What can be annotated. */
    enum Scope {
        INDEX,
        MANIFEST,
        DESCRIPTOR
    }

    /** Reads a key; without a word on what is annotated, that is the standard. */
    static List<AnnotationKey> parse(String text, Scope standard) {
        Matcher placed = PLACED.matcher(text);
        if (!placed.matches()) {
            return List.of(new AnnotationKey(standard, Optional.empty(), text));
        }
        String key = placed.group(placed.groupCount());
        return Arrays.stream(placed.group(1).split(",", -1))
                .map(PLACE::matcher)
                .filter(Matcher::matches)
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

    /** Whether it is of an image for this platform. */
    boolean isOfImage(Platform image) {
        return scope == Scope.MANIFEST
                && platform.flatMap(Platform::parse).map(image::matches).orElse(platform.isEmpty());
    }

    /** Tells what can never be done about it. */
    void check(Location location, Problems problems) {
        if (scope == Scope.DESCRIPTOR) {
            problems.error(
                    location,
                    "the annotation " + key + " is of a descriptor, which is not supported",
                    "index: and manifest: are");
        } else if (scope == Scope.INDEX && platform.isPresent()) {
            problems.error(location, "the annotation " + key + " is of an index for one platform", "write index:");
        }
    }
}
