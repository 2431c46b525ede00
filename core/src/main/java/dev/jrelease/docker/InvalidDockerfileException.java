package dev.jrelease.docker;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/** A build failed because its Dockerfile has an invalid line. */
public final class InvalidDockerfileException extends ReleaseException {
    /** As old and new engines begin such a message. */
    private static final LinearPattern PLACE = LinearPattern.of("dockerfile parse error (?:on )?line ([0-9]{1,6}): ");

    private final int line;

    InvalidDockerfileException(ReleaseException.Builder builder, int line) {
        super(builder);
        this.line = line;
    }

    /** The line that an error message of the engine names. */
    static Optional<Integer> line(String words) {
        return PLACE.matchAtStart(words).map(place -> Integer.parseInt(place.group(1)));
    }

    /** The line of the Dockerfile as the engine got it, counted from 1. */
    public int line() {
        return line;
    }
}
