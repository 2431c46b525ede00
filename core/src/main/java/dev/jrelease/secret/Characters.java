package dev.jrelease.secret;

/** Character classes of secrets, which are ASCII. */
final class Characters {
    private Characters() {}

    static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetterOrDigit(char character) {
        return isDigit(character) || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    static boolean isLetterOrDigitOr(String others, char character) {
        return isLetterOrDigit(character) || others.indexOf(character) >= 0;
    }

    /** The end of a run of letters, digits and these other characters. */
    static int endOfRun(String text, int from, String others) {
        int at = from;
        while (at < text.length() && isLetterOrDigitOr(others, text.charAt(at))) {
            at++;
        }
        return at;
    }
}
