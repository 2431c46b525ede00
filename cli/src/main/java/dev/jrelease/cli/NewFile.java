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
 * A file to write: whoever looks sees all of it, or what was there before.
 *
 * @param name as the user knows it
 */
record NewFile(Path file, String name) {

    void refuseIfThere() {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refusal("it is there already");
        }
    }

    /** @param why it is not written unless that is asked for */
    ReleaseException refusal(String why) {
        return ReleaseException.couldNot(FailureKind.USAGE, "write " + name)
                .because(why)
                .hint("write it all the same with --force, or elsewhere with -o FILE")
                .build();
    }

    /** @param replacing whether it takes the place of a file that is there */
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
            throw refusal("it is there already");
        } catch (IOException failed) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + name)
                    .because(reason(failed))
                    .cause(failed)
                    .build();
        }
    }

    /** The file that goes before this one is nobody's concern. */
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
