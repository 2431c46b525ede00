package dev.jrelease.pipeline;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the folder for results may be: inside the working directory, whatever links lead there, and not among git's own
 * files. Since {@code --clean} empties it, nothing else may be there.
 */
final class DistPlace {
    private static final String GIT = ".git";

    private DistPlace() {}

    static void check(Path folder, Path workingDirectory) {
        if (folder.equals(workingDirectory)
                || !folder.startsWith(workingDirectory)
                || isGits(workingDirectory.relativize(folder))
                || Files.exists(folder.resolve(GIT))
                || leadsOut(folder, workingDirectory)) {
            throw ReleaseException.could(FailureKind.CONFIGURATION, "use " + folder + " as dist")
                    .because("it is not a folder of its own inside " + workingDirectory)
                    .hint("dist is emptied by --clean, so it must hold nothing else")
                    .build();
        }
    }

    private static boolean isGits(Path relative) {
        for (Path part : relative) {
            if (part.toString().equals(GIT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a link on the way leads somewhere else. */
    private static boolean leadsOut(Path folder, Path workingDirectory) {
        Path existing = folder;
        while (!Files.exists(existing) && !existing.equals(workingDirectory)) {
            existing = existing.resolveSibling("").normalize();
        }
        try {
            Path below = workingDirectory.toRealPath().resolve(workingDirectory.relativize(existing));
            return !existing.toRealPath().equals(below);
        } catch (IOException problem) {
            throw ReleaseException.could(FailureKind.ENVIRONMENT, "look where " + folder + " is")
                    .because(problem)
                    .build();
        }
    }
}
