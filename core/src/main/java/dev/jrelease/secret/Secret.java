package dev.jrelease.secret;

import java.util.Objects;
import java.util.regex.Pattern;

/** A value that is printed and written as {@code ***} everywhere; only {@link #reveal} gives it away. */
public final class Secret {
    /** What stands for a secret wherever it would be shown. */
    public static final String MASK = "***";

    private static final Pattern CALLED = Pattern.compile("TOKEN|SECRET|PASSWORD|KEY", Pattern.CASE_INSENSITIVE);

    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /** Whether a variable of this name holds a secret: its name holds TOKEN, SECRET, PASSWORD or KEY. */
    public static boolean isCalledLikeOne(String variable) {
        return CALLED.matcher(variable).find();
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
