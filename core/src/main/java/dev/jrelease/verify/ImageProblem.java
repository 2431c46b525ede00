package dev.jrelease.verify;

import java.util.Optional;

/**
 * Something about an image that its reader should know.
 *
 * @param path in the image, if a file is meant
 * @param architecture that was found there, with Go's names
 * @param message for people, complete in itself
 */
public record ImageProblem(Severity severity, Optional<String> path, Optional<String> architecture, String message) {

    /** Whether a release should stop. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static ImageProblem about(Severity severity, String message) {
        return new ImageProblem(severity, Optional.empty(), Optional.empty(), message);
    }

    static ImageProblem about(Severity severity, String path, String message) {
        return new ImageProblem(severity, Optional.of(path), Optional.empty(), message);
    }
}
