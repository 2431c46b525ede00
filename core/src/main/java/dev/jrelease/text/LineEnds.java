package dev.jrelease.text;

/** The line ends of all systems. */
final class LineEnds {
    private LineEnds() {}

    /** The same lines, each of which ends in a line feed. */
    static String same(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u0085', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }
}
