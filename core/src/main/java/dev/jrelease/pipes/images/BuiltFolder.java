package dev.jrelease.pipes.images;

import dev.jrelease.dist.DistFolder;
import dev.jrelease.dist.DistOrigin;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.BuiltBefore;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipeline.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that images were built in before: a dist folder, which states what it was built from, or a layout alone.
 *
 * @param text as it was typed
 * @param layout where the images are
 * @param dist absent for a layout alone
 */
record BuiltFolder(String text, Path layout, Optional<Path> dist) {
    private static final String LAYOUT = "oci:";

    static BuiltFolder of(String text, Path workingDirectory) {
        if (text.startsWith(LAYOUT)) {
            return new BuiltFolder(text, workingDirectory.resolve(text.substring(LAYOUT.length())), Optional.empty());
        }
        Path dist = workingDirectory.resolve(text);
        return new BuiltFolder(text, dist.resolve(DistFolder.IMAGES), Optional.of(dist));
    }

    /** The folders that a run takes images from. */
    static List<BuiltFolder> all(Run run) {
        return run.plan().options().builtBefore().map(BuiltBefore::folders).orElse(List.of()).stream()
                .map(folder -> of(folder, run.environment().workingDirectory()))
                .toList();
    }

    /** Refuses a dist folder that was built from something else than this plan. */
    void check(ReleasePlan plan) {
        if (!Files.isDirectory(layout)) {
            throw refused("there are no images in " + layout, "build them first: jrelease build");
        }
        dist.map(DistOrigin::of).ifPresent(origin -> {
            if (origin.dirty()) {
                throw refused("it was built from files that differ from the commit", "commit them, and build again");
            }
            List<String> differences = Stream.of(
                            difference("project", origin.project(), plan.projectName()),
                            difference("commit", origin.commit(), plan.facts().commit()),
                            difference("version", origin.version(), plan.version()))
                    .flatMap(Optional::stream)
                    .toList();
            if (!differences.isEmpty()) {
                throw refused(String.join("; ", differences), "check out what it was built from, or build this commit");
            }
        });
    }

    private static Optional<String> difference(String what, String theirs, String ours) {
        return theirs.equals(ours)
                ? Optional.empty()
                : Optional.of("its " + what + " is " + theirs + ", this release has " + ours);
    }

    private ReleaseException refused(String why, String hint) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "release what is in " + text)
                .because(why)
                .hint(hint)
                .build();
    }
}
