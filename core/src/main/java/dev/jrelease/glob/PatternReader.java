package dev.jrelease.glob;

/** Reads the characters of a pattern. */
final class PatternReader {
    private final String pattern;
    private int at;

    PatternReader(String pattern) {
        this.pattern = pattern;
    }

    boolean hasNext() {
        return at < pattern.length();
    }

    int next() {
        int character = pattern.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }

    boolean isAt(String text) {
        return pattern.startsWith(text, at);
    }

    /** Skips a text if it comes next. */
    boolean skip(String text) {
        boolean there = isAt(text);
        at += there ? text.length() : 0;
        return there;
    }

    /** The character after a backslash. */
    int escaped() {
        if (!hasNext()) {
            throw malformed("it ends with a '\\'");
        }
        return next();
    }

    IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException("malformed pattern '" + pattern + "': " + why);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
