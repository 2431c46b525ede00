package dev.jrelease.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A value that is printed and written as {@code ***} everywhere; only {@link #reveal} gives it away. */
public final class Secret {
    /** What stands for a secret wherever it would be shown. */
    public static final String MASK = "***";

    private static final List<String> CALLED = List.of("TOKEN", "SECRET", "PASSWORD", "PASSPHRASE", "CREDENTIAL");
    private static final String CALLED_AUTH = "AUTH";

    /** Variables that say where something is: {@code SSH_AUTH_SOCK}, {@code TOKEN_FILE}. */
    private static final List<String> CALLED_PLACE =
            List.of("_FILE", "_PATH", "_DIR", "_SOCK", "_SOCKET", "_URL", "_URI", "_REALM", "_METHOD", "_TYPE");

    private final byte[] value;

    public Secret(String value) {
        this(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A value that need not be text: a key store, say. */
    public Secret(byte[] value) {
        this.value = value.clone();
    }

    /** Whether a variable of this name holds a secret, whatever its value is. */
    public static boolean isCalledLikeOne(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return (CALLED.stream().anyMatch(name::contains) || saysAuth(name))
                && CALLED_PLACE.stream().noneMatch(name::endsWith);
    }

    /** {@code AUTHOR} does not, {@code AUTHORIZATION} does. */
    private static boolean saysAuth(String name) {
        return IntStream.range(0, name.length())
                .filter(at -> name.startsWith(CALLED_AUTH, at))
                .map(at -> at + CALLED_AUTH.length())
                .anyMatch(end -> !name.startsWith("OR", end) || name.startsWith("ORIZ", end));
    }

    /**
     * Whether a variable holds a secret: its name holds TOKEN, SECRET, PASSWORD, PASSPHRASE, AUTH or CREDENTIAL, or
     * KEY and its value looks random.
     */
    public static boolean is(String variable, String value) {
        return isCalledLikeOne(variable)
                || (variable.toUpperCase(Locale.ROOT).contains("KEY") && Randomness.looksRandom(value));
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
