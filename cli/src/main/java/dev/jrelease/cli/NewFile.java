package dev.jrelease.cli;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file atomically: a reader sees all of it, or the old content.
 *
 * @param name as the user knows it
 */
record NewFile(Path file, String name) {

    void refuseIfThere() {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refusal("it exists");
        }
    }

    /**
     *
     * @param why it is written only on request
     */
    ReleaseException refusal(String why) {
        return ReleaseException.couldNot(FailureKind.USAGE, "write " + name)
                .because(why)
                .hint("replace it with --force, or set another file with -o FILE")
                .build();
    }

    /**
     *
     * @param replacing whether an existing file is replaced
     */
    void write(String text, boolean replacing) {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(temporary, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            try {
                move(temporary, replacing);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException there) {
            throw refusal("it exists");
        } catch (IOException failed) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + name)
                    .because(reason(failed))
                    .cause(failed)
                    .build();
        }
    }

    /** The reason without the name of the temporary file. */
    private static String reason(IOException failed) {
        return switch (failed) {
            case NoSuchFileException missing -> "there is no such folder";
            case AccessDeniedException denied -> "permission for its folder is denied";
            default -> Reason.of(failed);
        };
    }

    private void move(Path temporary, boolean replacing) throws IOException {
        if (replacing) {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.move(temporary, file);
        }
    }
}
