package dev.jrelease.dist;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.bind.Located;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the place of the dist folder: inside the working directory with links resolved, and not in {@code .git}. */
public final class DistPlace {
    /** For a file that is where the folder should be. */
    static final String MOVE_FILE = "move that file away, or name another folder with dist:";

    private static final String REMOVE_LINK = "remove the link, or name another folder with dist:";
    private static final String GIT = ".git";

    private DistPlace() {}

    /**
     *
     * @param dist as the configuration names it
     */
    static void check(String dist, Path folder, Path workingDirectory) {
        if (isElsewhere(folder, workingDirectory) || Files.exists(folder.resolve(GIT))) {
            throw refusal(dist, workingDirectory, "write dist: dist, or leave it out");
        }
        if (leadsOut(folder, workingDirectory)) {
            throw refusal(dist, workingDirectory, REMOVE_LINK);
        }
    }

    /** Warns of a folder that is refused: by its name, or where the file lies in its project by what is there. */
    public static void check(ReleaseConfig config, Environment environment, Problems problems) {
        String dist = config.project().distFolder();
        Path folder = environment.resolve(dist);
        Path workingDirectory = environment.workingDirectory();
        boolean lies = config.file().folder().filter(workingDirectory::equals).isPresent();
        if (config.project().dist().isPresent() && isElsewhere(folder, workingDirectory)) {
            warn(
                    config,
                    "is not a folder of its own inside the project's folder",
                    "write dist: dist, or leave it out",
                    problems);
        } else if (lies && leadsOutForCertain(folder, workingDirectory)) {
            warn(config, "is reached by a link that leads out of the project's folder", REMOVE_LINK, problems);
        } else if (lies && Files.exists(folder) && !Files.isDirectory(folder)) {
            warn(config, "is not a folder", MOVE_FILE, problems);
        }
    }

    private static void warn(ReleaseConfig config, String what, String hint, Problems problems) {
        Location place = config.project()
                .dist()
                .map(Located::location)
                .orElseGet(() -> Location.ofFile(config.file().name()));
        problems.warning(place, "dist '" + config.project().distFolder() + "' " + what + ": release will stop", hint);
    }

    private static boolean leadsOutForCertain(Path folder, Path workingDirectory) {
        try {
            return leadsOut(folder, workingDirectory);
        } catch (ReleaseException unreadable) {
            return false;
        }
    }

    private static boolean isElsewhere(Path folder, Path workingDirectory) {
        return folder.equals(workingDirectory)
                || !folder.startsWith(workingDirectory)
                || isGits(workingDirectory.relativize(folder));
    }

    private static ReleaseException refusal(String dist, Path workingDirectory, String hint) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "use " + dist + " as dist")
                .because("it is not a folder of its own inside " + workingDirectory)
                .hint(hint)
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

    /** Whether a link in the path leads outside. */
    private static boolean leadsOut(Path folder, Path workingDirectory) {
        Path existing = folder;
        while (!Files.exists(existing) && !existing.equals(workingDirectory)) {
            existing = existing.resolveSibling("").normalize();
        }
        try {
            Path below = workingDirectory.toRealPath().resolve(workingDirectory.relativize(existing));
            return !existing.toRealPath().equals(below);
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "resolve the path " + folder)
                    .because(problem)
                    .build();
        }
    }
}
