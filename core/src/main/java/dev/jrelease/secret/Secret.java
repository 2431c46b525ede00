package dev.jrelease.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A value that is printed and written as {@code ***} everywhere; only {@link #reveal} gives it away. */
public final class Secret {
    /** What stands for a secret wherever it would be shown. */
    public static final String MASK = "***";

    private static final Pattern CALLED = Pattern.compile("TOKEN|SECRET|PASSWORD|KEY", Pattern.CASE_INSENSITIVE);

    private final byte[] value;

    public Secret(String value) {
        this(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A value that need not be text: a key store, say. */
    public Secret(byte[] value) {
        this.value = value.clone();
    }

    /** Whether a variable of this name holds a secret: its name holds TOKEN, SECRET, PASSWORD or KEY. */
    public static boolean isCalledLikeOne(String variable) {
        return CALLED.matcher(variable).find();
    }

    /** The value itself, for the one call that needs it. What is no UTF-8 in it is replaced, as wherever it is printed. */
    public String reveal() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** The value, byte for byte. */
    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(secret.value, value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
