package dev.jrelease.verify;

import java.util.Optional;

/**
 * An error or a warning about an image.
 *
 * @param path in the image, if the problem is about a file
 * @param message for users, complete in itself
 */
public record ImageProblem(Severity severity, Optional<String> path, String message) {

    /** Whether the problem stops a release. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static ImageProblem about(Severity severity, String message) {
        return new ImageProblem(severity, Optional.empty(), message);
    }

    static ImageProblem about(Severity severity, String path, String message) {
        return new ImageProblem(severity, Optional.of(path), message);
    }
}
