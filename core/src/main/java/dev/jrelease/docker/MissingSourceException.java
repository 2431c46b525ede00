package dev.jrelease.docker;

import dev.jrelease.failure.ReleaseException;
import java.util.Optional;

/** A build copies a file that is not in its context. */
public final class MissingSourceException extends FailedStepException {
    private static final String START = "\"/";

    private final String path;

    MissingSourceException(ReleaseException.Builder builder, String step, String path) {
        super(builder, step);
        this.path = path;
    }

    /** The path in an error message of the engine about a missing file. */
    static Optional<String> missing(String words) {
        for (int at = words.indexOf(START); at >= 0; at = words.indexOf(START, at + 1)) {
            int end = words.indexOf('"', at + START.length());
            boolean said = words.startsWith(" not found", end + 1) || words.startsWith(": not found", end + 1);
            if (end > at + START.length() && said) {
                return Optional.of(words.substring(at + START.length(), end));
            }
        }
        return Optional.empty();
    }

    /** Whether a step copies from the context, not from another stage. */
    static boolean copies(String step) {
        return step.lines().anyMatch(line -> {
            int copy = Math.max(line.lastIndexOf("] COPY "), line.lastIndexOf("] ADD "));
            return copy >= 0 && line.indexOf("--from=", copy) < 0;
        });
    }

    /** The path in the context, without a leading {@code /}. */
    public String path() {
        return path;
    }
}
