package dev.jrelease.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A value that is always printed as {@code ***}. Only {@link #reveal} returns it. */
public final class Secret {
    /** Printed instead of a secret. */
    public static final String MASK = "***";

    private static final List<String> CALLED = List.of("TOKEN", "SECRET", "PASSWORD", "PASSPHRASE", "CREDENTIAL");
    private static final String CALLED_AUTH = "AUTH";

    /** Suffixes of variables that contain a place, not a secret: {@code SSH_AUTH_SOCK}, {@code TOKEN_FILE}. */
    private static final List<String> CALLED_PLACE =
            List.of("_FILE", "_PATH", "_DIR", "_SOCK", "_SOCKET", "_URL", "_URI", "_REALM", "_METHOD", "_TYPE");

    private final byte[] value;

    public Secret(String value) {
        this(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret that may be binary, such as a key store. */
    public Secret(byte[] value) {
        this.value = value.clone();
    }

    /** Whether the name of a variable says that its value is a secret. */
    public static boolean isCalledLikeOne(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return (CALLED.stream().anyMatch(name::contains) || saysAuth(name))
                && CALLED_PLACE.stream().noneMatch(name::endsWith);
    }

    /** Whether the name contains AUTH as a word: {@code AUTHORIZATION} does, {@code AUTHOR} does not. */
    private static boolean saysAuth(String name) {
        return IntStream.range(0, name.length())
                .filter(at -> name.startsWith(CALLED_AUTH, at))
                .map(at -> at + CALLED_AUTH.length())
                .anyMatch(end -> !name.startsWith("OR", end) || name.startsWith("ORIZ", end));
    }

    /**
     * Whether a variable holds a secret: its name contains TOKEN, SECRET, PASSWORD, PASSPHRASE, AUTH or CREDENTIAL, or
     * it contains KEY and the value looks random.
     */
    public static boolean is(String variable, String value) {
        return isCalledLikeOne(variable)
                || (variable.toUpperCase(Locale.ROOT).contains("KEY") && Randomness.looksRandom(value));
    }

    /** The value as text, for the call that needs it. Bytes that are not UTF-8 are replaced. */
    public String reveal() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** The value as bytes. */
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
