package dev.jrelease.config.bind;

/** Shortens text of a file for a message. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The first line, shortened if it is long. */
    public static String of(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
