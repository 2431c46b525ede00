package dev.jrelease.layout;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Creates the failure of a write to disk, with the free space if the disk is full. */
final class DiskFailure {
    private static final long ALMOST_NOTHING = 1024 * 1024;

    private DiskFailure() {}

    /**
     *
     * @param attempted {@code write a layer to dist/oci}
     */
    static ReleaseException of(String attempted, Path folder, IOException problem) {
        var failure =
                ReleaseException.couldNot(FailureKind.ENVIRONMENT, attempted).cause(problem);
        long free = free(folder);
        return free < ALMOST_NOTHING || saysSo(problem)
                ? failure.because("the disk is full: " + kilobytes(free) + " are free where "
                                + folder.toAbsolutePath().normalize() + " is")
                        .hint("free some space there and try again")
                        .build()
                : failure.because(reason(problem)).build();
    }

    /** Recognizes quotas and a full disk by the English message; in other languages only the free space is used. */
    private static boolean saysSo(IOException problem) {
        String reason = reason(problem).toLowerCase(Locale.ROOT);
        return reason.contains("no space left") || reason.contains("quota");
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case AccessDeniedException denied -> "permission to write " + denied.getFile() + " is denied";
            default -> Reason.of(problem);
        };
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static String kilobytes(long bytes) {
        return bytes / 1024 + " KB";
    }
}
