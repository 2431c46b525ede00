package dev.jrelease.secret;

import java.util.stream.IntStream;

/** Distinguishes generated values, such as keys and tokens, from words and names. */
final class Randomness {
    private static final int LONGEST_PLAIN_WORD = 14;
    private static final int LONGEST_PLAIN_NUMBER = 12;
    private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    private static final String HEX = "0123456789abcdefABCDEF";
    private static final int RUN = 16;
    static final int LONG = 24;

    private static final int DIGIT_GROUPS = 3;

    private Randomness() {}

    /** Whether the value is a single word or number, which may occur in any text by chance. */
    static boolean isPlainWord(String value) {
        return !value.isEmpty() && value.length() <= LONGEST_PLAIN_WORD && (isWord(value) || isNumber(value));
    }

    private static boolean isWord(String value) {
        boolean letters = value.chars().allMatch(c -> c < 0x80 && Character.isLetter(c));
        boolean small = value.chars().skip(1).allMatch(Character::isLowerCase);
        return letters && (small || value.chars().allMatch(Character::isUpperCase));
    }

    private static boolean isNumber(String value) {
        String number = value.startsWith("v") ? value.substring(1) : value;
        return !number.isEmpty()
                && number.length() <= LONGEST_PLAIN_NUMBER
                && number.chars().allMatch(c -> isOneOf("0123456789.", c));
    }

    /** Whether the value of a variable with KEY in its name is a key, not a name or a path. */
    static boolean looksRandom(String value) {
        return value.contains("-----BEGIN ")
                || IntStream.rangeClosed(0, value.length() - UUID.length()).anyMatch(at -> isUuid(value, at))
                || mixesInRun(value);
    }

    private static boolean isUuid(String value, int start) {
        return IntStream.range(0, UUID.length()).allMatch(i -> {
            char character = value.charAt(start + i);
            return UUID.charAt(i) == '-' ? character == '-' : isOneOf(HEX, character);
        });
    }

    private static boolean mixesInRun(String value) {
        for (int at = 0; at < value.length(); at++) {
            int end = Characters.endOfRun(value, at, "+/_=");
            if (end - at >= RUN && mixes(value.substring(at, end))) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private static boolean mixes(String run) {
        long digits = run.chars().filter(Character::isDigit).count();
        long letters = run.chars().filter(Character::isLetter).count();
        return digits >= 2 && letters >= 2;
    }

    /**
     * Whether a word of a text is probably a secret. Digests are not, nor are names such as {@code
     * 1.2.0-SNAPSHOT-16fa22a-amd64}, whose parts do not mix upper and lower case.
     */
    static boolean looksSecret(String word) {
        return word.length() >= LONG
                && !isHex(word)
                && mixesCase(word)
                && digitGroups(word) >= DIGIT_GROUPS
                && changes(word) * 5 >= word.length() * 2L;
    }

    /** Digests contain letters of one case only. */
    private static boolean isHex(String word) {
        return word.chars().allMatch(c -> isOneOf(HEX, c) && !Character.isUpperCase(c))
                || word.chars().allMatch(c -> isOneOf(HEX, c) && !Character.isLowerCase(c));
    }

    private static boolean isOneOf(String characters, int character) {
        return characters.indexOf(character) >= 0;
    }

    /** Whether a part of the word mixes upper and lower case. */
    private static boolean mixesCase(String word) {
        boolean capital = false;
        boolean small = false;
        for (int i = 0; i < word.length() && !(capital && small); i++) {
            char character = word.charAt(i);
            boolean separates = isOneOf("-_/+", character);
            capital = !separates && (capital || Character.isUpperCase(character));
            small = !separates && (small || Character.isLowerCase(character));
        }
        return capital && small;
    }

    private static long digitGroups(String word) {
        return IntStream.range(0, word.length())
                .filter(i -> Characters.isDigit(word.charAt(i)))
                .filter(i -> i == 0 || !Characters.isDigit(word.charAt(i - 1)))
                .count();
    }

    /** How often a character is followed by one of another kind (upper case, lower case, digit). */
    private static long changes(String word) {
        return IntStream.range(1, word.length())
                .filter(i -> Character.getType(word.charAt(i)) != Character.getType(word.charAt(i - 1)))
                .count();
    }
}
