package dev.jrelease.config.bind;

/** A file's own words in a message, no more of them than help. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The first line, cut where it is long. */
    public static String of(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
