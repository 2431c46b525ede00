package dev.jrelease.docker;

import dev.jrelease.failure.ReleaseException;

/** A build failed at a step that carries out an instruction of its Dockerfile. */
public sealed class FailedStepException extends ReleaseException permits MissingSourceException {
    private final String step;

    FailedStepException(ReleaseException.Builder builder, String step) {
        super(builder);
        this.step = step;
    }

    /** The step as the engine names it: {@code [2/3] COPY app /app}. */
    public String step() {
        return step;
    }
}
