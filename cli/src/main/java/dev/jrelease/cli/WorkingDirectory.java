package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code -C}: the folder that paths start from. */
final class WorkingDirectory {
    private WorkingDirectory() {}

    /** The environment of a run in a folder, if one is given. */
    static Environment in(Environment environment, @Nullable Path directory) {
        if (directory == null) {
            return environment;
        }
        Path folder = environment.workingDirectory().resolve(directory).normalize();
        if (!Files.isDirectory(folder)) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "run in " + directory)
                    .because("there is no such folder")
                    .build();
        }
        return environment.in(folder);
    }
}
