package dev.jrelease.secret;

import java.util.Objects;

/** A value that is printed and written as {@code ***} everywhere; only {@link #reveal} gives it away. */
public final class Secret {
    /** What stands for a secret wherever it would be shown. */
    public static final String MASK = "***";

    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** The value itself, for the one call that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
