package dev.jrelease;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.dist.DistOrigin;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.BuiltBefore;
import dev.jrelease.pipeline.ReleaseOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What dist folders with images say of the run that made them, which a release of these images is planned like.
 *
 * @param begun when it began
 */
record BuiltImages(ReleaseOptions options, Optional<Instant> begun) {

    static BuiltImages of(ReleaseOptions options, ReleaseConfig config, Environment environment) {
        Optional<BuiltBefore> asked = options.builtBefore();
        if (asked.isEmpty()) {
            return new BuiltImages(options, Optional.empty());
        }
        String dist = config.project().distFolder();
        List<String> folders =
                asked.get().folders().isEmpty() ? List.of(dist) : asked.get().folders();
        ReleaseOptions named = options.of(new BuiltBefore(folders, asked.get().asTheyAre()));
        if (!asked.get().asTheyAre()) {
            folders.forEach(folder -> refuseOwn(folder, environment.resolve(folder), environment.resolve(dist)));
        }
        List<DistOrigin> origins = folders.stream()
                .filter(folder -> !folder.startsWith("oci:"))
                .map(folder -> DistOrigin.of(environment.resolve(folder)))
                .toList();
        boolean snapshot = origins.stream().anyMatch(DistOrigin::snapshot);
        if (snapshot && !asked.get().asTheyAre() && !options.snapshot()) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "release what is in " + folders.getFirst())
                    .because("it was built as a snapshot")
                    .hint("build it without --snapshot, or merge with --snapshot")
                    .build();
        }
        return new BuiltImages(
                snapshot ? named.asSnapshot() : named,
                origins.stream().flatMap(origin -> origin.begun().stream()).findFirst());
    }

    private static void refuseOwn(String text, Path folder, Path dist) {
        if (folder.normalize().equals(dist.normalize())) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "merge " + text)
                    .because("it is the folder that this release leaves its own results in")
                    .hint("move it, and name its new place")
                    .build();
        }
    }
}
