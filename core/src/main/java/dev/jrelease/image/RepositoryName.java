package dev.jrelease.image;

/**
 * The grammar of repositories: components of lower-case letters and digits with single separators, joined by slashes.
 * The check takes linear time.
 */
final class RepositoryName {
    private RepositoryName() {}

    static boolean isOne(String text) {
        int at = 0;
        while (at < text.length()) {
            int afterWord = afterWord(text, at);
            if (afterWord == at) {
                return false;
            }
            if (afterWord == text.length()) {
                return true;
            }
            at = afterSeparator(text, afterWord);
            if (at == afterWord) {
                return false;
            }
        }
        return false;
    }

    private static int afterWord(String text, int from) {
        int at = from;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** A slash, a dot, one or two underscores, or any number of hyphens. */
    private static int afterSeparator(String text, int from) {
        return switch (text.charAt(from)) {
            case '/', '.' -> from + 1;
            case '_' -> text.startsWith("__", from) ? from + 2 : from + 1;
            case '-' -> afterHyphens(text, from);
            default -> from;
        };
    }

    private static int afterHyphens(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        return at;
    }
}
