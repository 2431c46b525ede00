package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds images for one platform in one index, of which clients use only the first. */
final class DuplicatePlatforms {
    private DuplicatePlatforms() {}

    static void report(ImageName index, List<IndexChild> children, Problems problems) {
        List<IndexChild.Built> before = new ArrayList<>();
        for (IndexChild child : children) {
            if (child instanceof IndexChild.Built built) {
                first(built, before).ifPresent(other -> report(index, other, built, problems));
                before.add(built);
            }
        }
    }

    private static Optional<IndexChild.Built> first(IndexChild.Built child, List<IndexChild.Built> before) {
        return before.stream().filter(other -> isSame(other, child)).findFirst();
    }

    private static boolean isSame(IndexChild.Built one, IndexChild.Built other) {
        return !one.image().equals(other.image())
                && one.plannedPlatform()
                        .map(Platform::normalized)
                        .equals(other.plannedPlatform().map(Platform::normalized));
    }

    private static void report(ImageName index, IndexChild.Built first, IndexChild.Built second, Problems problems) {
        Problem warning = Problem.warning(
                second.location(),
                index.text() + " names two images for "
                        + second.plannedPlatform().map(Platform::toString).orElse("") + ": "
                        + first.text() + " and " + second.text(),
                "a pull gets the first of them");
        problems.addConsequence(warning, new Cause.Any());
    }
}
