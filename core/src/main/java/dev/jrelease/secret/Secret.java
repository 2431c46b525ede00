package dev.jrelease.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A value that is printed and written as {@code ***} everywhere; only {@link #reveal} gives it away. */
public final class Secret {
    /** What stands for a secret wherever it would be shown. */
    public static final String MASK = "***";

    private static final Pattern CALLED =
            Pattern.compile("TOKEN|SECRET|PASSWORD|PASSPHRASE|AUTH(?!OR(?!IZ))|CREDENTIAL", Pattern.CASE_INSENSITIVE);
    private static final Pattern CALLED_KEY = Pattern.compile("KEY", Pattern.CASE_INSENSITIVE);

    /** Variables that say where something is: {@code SSH_AUTH_SOCK}, {@code TOKEN_FILE}. */
    private static final Pattern CALLED_PLACE =
            Pattern.compile("_(FILE|PATH|DIR|SOCK|SOCKET|URL|URI|REALM|METHOD|TYPE)$", Pattern.CASE_INSENSITIVE);

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
        return CALLED.matcher(variable).find()
                && !CALLED_PLACE.matcher(variable).find();
    }

    /**
     * Whether a variable holds a secret: its name holds TOKEN, SECRET, PASSWORD, PASSPHRASE, AUTH or CREDENTIAL, or
     * KEY and its value looks random.
     */
    public static boolean is(String variable, String value) {
        return isCalledLikeOne(variable) || (CALLED_KEY.matcher(variable).find() && Randomness.looksRandom(value));
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
