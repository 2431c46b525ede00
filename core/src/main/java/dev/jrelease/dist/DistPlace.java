package dev.jrelease.dist;

import dev.jrelease.config.bind.Located;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the folder for results may be: inside the working directory, whatever links lead there, and not among git's own
 * files.
 */
public final class DistPlace {
    private static final String GIT = ".git";

    private DistPlace() {}

    /** @param dist as the configuration names it */
    static void check(String dist, Path folder, Path workingDirectory) {
        if (isElsewhere(folder, workingDirectory)
                || Files.exists(folder.resolve(GIT))
                || leadsOut(folder, workingDirectory)) {
            throw refusal(dist, workingDirectory);
        }
    }

    /** Warns of a folder that is refused whatever is on the machine. */
    public static void check(Located<String> dist, Environment environment, Problems problems) {
        if (isElsewhere(environment.resolve(dist.value()), environment.workingDirectory())) {
            problems.warning(
                    dist.location(),
                    "dist '" + dist + "' is not a folder of its own inside the project's folder: release will stop",
                    "write dist: dist, or leave it out");
        }
    }

    private static boolean isElsewhere(Path folder, Path workingDirectory) {
        return folder.equals(workingDirectory)
                || !folder.startsWith(workingDirectory)
                || isGits(workingDirectory.relativize(folder));
    }

    private static ReleaseException refusal(String dist, Path workingDirectory) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "use " + dist + " as dist")
                .because("it is not a folder of its own inside " + workingDirectory)
                .hint("write dist: dist, or leave it out")
                .build();
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
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "look where " + folder + " is")
                    .because(problem)
                    .build();
        }
    }
}
