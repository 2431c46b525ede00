package dev.jrelease.text;

/** The control sequences of coloured output. */
final class Colours {
    private static final String START = "\u001B[";
    private static final String PARAMETERS = "0123456789;:";

    private Colours() {}

    static String without(String text) {
        int at = text.indexOf(START);
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int done = 0;
        for (; at >= 0; at = text.indexOf(START, at + START.length())) {
            int end = afterParameters(text, at + START.length());
            if (text.startsWith("m", end)) {
                plain.append(text, done, at);
                done = end + 1;
            }
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static int afterParameters(String text, int from) {
        int at = from;
        while (at < text.length() && PARAMETERS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
