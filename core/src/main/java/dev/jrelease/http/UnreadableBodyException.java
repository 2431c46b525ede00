package dev.jrelease.http;

import java.io.IOException;

/** Reading the body of a request failed on this side; the server is not the cause. */
public final class UnreadableBodyException extends IOException {
    private final IOException problem;

    UnreadableBodyException(IOException problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    /** The failure of reading the body. */
    public IOException problem() {
        return problem;
    }
}
