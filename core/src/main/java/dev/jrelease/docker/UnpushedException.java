package dev.jrelease.docker;

import dev.jrelease.failure.ReleaseException;
import java.util.Optional;

/** The engine has built an image, and could not push it to the repository that it was to push it to. */
final class UnpushedException extends ReleaseException {
    private static final String START = "failed to push ";

    private final String why;

    UnpushedException(ReleaseException.Builder builder, String why) {
        super(builder);
        this.why = why;
    }

    /** The reason in the message {@code failed to push REPOSITORY: WHY}; empty for another message. */
    static Optional<String> unpushed(String words) {
        int why = words.indexOf(": ");
        return words.startsWith(START) && why > 0 ? Optional.of(words.substring(why + 2)) : Optional.empty();
    }

    String why() {
        return why;
    }
}
