package dev.jrelease.pipeline;

/** The lower-case words of a message, without names and versions, which differ between plans. */
final class Gist {
    private static final char QUOTE = '\'';

    private Gist() {}

    static String of(String message) {
        return withoutNames(withoutQuoted(message));
    }

    private static String withoutQuoted(String message) {
        StringBuilder rest = new StringBuilder();
        int done = 0;
        for (int start = message.indexOf(QUOTE); start >= 0; start = message.indexOf(QUOTE, done)) {
            int end = message.indexOf(QUOTE, start + 1);
            if (end < 0) {
                break;
            }
            rest.append(message, done, start);
            done = end + 1;
        }
        return rest.append(message, done, message.length()).toString();
    }

    /** Keeps words of lower-case letters only. */
    private static String withoutNames(String message) {
        StringBuilder rest = new StringBuilder();
        for (int at = 0; at < message.length(); at++) {
            int end = endOfWord(message, at);
            if (message.substring(at, end).chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                rest.append(message, at, end);
            }
            if (end < message.length()) {
                rest.append(message.charAt(end));
            }
            at = end;
        }
        return rest.toString();
    }

    private static int endOfWord(String message, int from) {
        int end = from;
        while (end < message.length() && !Character.isWhitespace(message.charAt(end))) {
            end++;
        }
        return end;
    }
}
