package dev.jrelease.text;

/** Normalizes line ends. */
final class LineEnds {
    private LineEnds() {}

    /** The same lines, each with a line feed at its end. */
    static String same(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u0085', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }
}
