package dev.jrelease.secret;

/** The characters that secrets are made of: plain ASCII, whatever the language of the text around them. */
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

    /** The end of the run of letters, digits and such others that begins here. */
    static int endOfRun(String text, int from, String others) {
        int at = from;
        while (at < text.length() && isLetterOrDigitOr(others, text.charAt(at))) {
            at++;
        }
        return at;
    }
}
