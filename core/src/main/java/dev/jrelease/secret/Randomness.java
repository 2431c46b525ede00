package dev.jrelease.secret;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells values that a machine made up, as keys and tokens are, from words and names that people write. */
final class Randomness {
    private static final Pattern PLAIN_WORD =
            Pattern.compile("[a-z]{1,14}|[A-Z]{1,14}|[A-Z][a-z]{1,13}|v?[0-9.]{1,12}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_=]{16,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
    private static final int LONG = 24;
    private static final int DIGIT_GROUPS = 3;

    private Randomness() {}

    /** Whether the value is one word or number, which stands in many a text that has nothing to do with it. */
    static boolean isPlainWord(String value) {
        return PLAIN_WORD.matcher(value).matches();
    }

    /** Whether a value that is called a key is one that opens something, and not a name or a path. */
    static boolean looksRandom(String value) {
        return value.contains("-----BEGIN ")
                || UUID.matcher(value).find()
                || RUN.matcher(value).results().map(run -> run.group()).anyMatch(Randomness::mixes);
    }

    private static boolean mixes(String run) {
        long digits = run.chars().filter(Character::isDigit).count();
        long letters = run.chars().filter(Character::isLetter).count();
        return digits >= 2 && letters >= 2;
    }

    /**
     * Whether a word of a text can hardly be anything but a secret. Digests are no secrets, nor are names such as {@code
     * 1.2.0-SNAPSHOT-16fa22a-amd64}, none of whose parts has capital and small letters.
     */
    static boolean looksSecret(String word) {
        return word.length() >= LONG
                && !HEX.matcher(word).matches()
                && Stream.of(word.split("[-_/+]")).anyMatch(Randomness::mixesCase)
                && word.split("[0-9]+", -1).length > DIGIT_GROUPS
                && changes(word) * 5 >= word.length() * 2L;
    }

    private static boolean mixesCase(String part) {
        return part.chars().anyMatch(Character::isUpperCase) && part.chars().anyMatch(Character::isLowerCase);
    }

    /** How often a letter, large or small, or a digit is followed by something of another kind. */
    private static long changes(String word) {
        return IntStream.range(1, word.length())
                .filter(i -> Character.getType(word.charAt(i)) != Character.getType(word.charAt(i - 1)))
                .count();
    }
}
