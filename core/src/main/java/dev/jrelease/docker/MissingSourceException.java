package dev.jrelease.docker;

import dev.jrelease.failure.ReleaseException;

/** A build copies a file that is not in its context. */
public final class MissingSourceException extends ReleaseException {
    private final String step;
    private final String path;

    MissingSourceException(ReleaseException.Builder builder, String step, String path) {
        super(builder);
        this.step = step;
        this.path = path;
    }

    /** The step as the engine calls it: {@code [2/3] COPY app /app}. */
    public String step() {
        return step;
    }

    /** In the context, without {@code /} in front. */
    public String path() {
        return path;
    }
}
