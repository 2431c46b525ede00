package dev.jrelease.config.bind;

import java.util.Optional;

/** A single value is invalid for its key. The message names the expected value, as the end of a sentence. */
final class ScalarFailure extends Exception {
    private final transient Optional<String> hint;

    ScalarFailure(String wanted, Optional<String> hint) {
        super(wanted, null, false, false);
        this.hint = hint;
    }

    Optional<String> hint() {
        return hint;
    }
}
