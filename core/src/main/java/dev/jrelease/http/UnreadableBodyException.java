package dev.jrelease.http;

import java.io.IOException;

/** The body of a request could not be read here; the server has nothing to do with it. */
public final class UnreadableBodyException extends IOException {
    private final IOException problem;

    UnreadableBodyException(IOException problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    /** What happened when the body was read. */
    public IOException problem() {
        return problem;
    }
}
