package dev.jrelease.docker;

import dev.jrelease.failure.ReleaseException;
import java.util.Optional;

/** A build copies a file that is not in its context. */
public final class MissingSourceException extends FailedStepException {
    private static final String QUOTED = "\"/";
    private static final String SEARCHED = "lstat /";
    private static final String SEARCHED_END = ": no such file or directory";
    /** Docker 20.10 names the folder where it mounts the context: this name and a number. */
    private static final String MOUNT = "/buildkit-mount";

    private final String path;

    MissingSourceException(ReleaseException.Builder builder, String step, String path) {
        super(builder, step);
        this.path = path;
    }

    /** The path in an error message of the engine about a missing file, or about the missing folder of a pattern. */
    static Optional<String> missing(String words) {
        return quoted(words).or(() -> searched(words)).filter(path -> !path.isEmpty());
    }

    private static Optional<String> quoted(String words) {
        for (int at = words.indexOf(QUOTED); at >= 0; at = words.indexOf(QUOTED, at + 1)) {
            int end = words.indexOf('"', at + QUOTED.length());
            boolean said = words.startsWith(" not found", end + 1) || words.startsWith(": not found", end + 1);
            if (end > at + QUOTED.length() && said) {
                return Optional.of(words.substring(at + QUOTED.length(), end));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> searched(String words) {
        int at = words.indexOf(SEARCHED);
        int end = at < 0 ? -1 : words.indexOf(SEARCHED_END, at);
        if (end < 0) {
            return Optional.empty();
        }
        String found = words.substring(at + SEARCHED.length(), end);
        int mount = found.indexOf(MOUNT);
        return Optional.of(mount < 0 ? found : withoutFirst(found.substring(mount + MOUNT.length())));
    }

    private static String withoutFirst(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
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
