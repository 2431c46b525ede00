package dev.jrelease.migrate.edit;

import dev.jrelease.failure.Location;

/**
 * A line of the report.
 *
 * @param place in the file that is migrated; of what remains to be said of the new one, there
 */
public record Note(Kind kind, Location place, String text) {

    /** What became of something. */
    public enum Kind {
        CHANGED("changed"),
        FOLDED("folded"),
        NOT_FOLDED("not folded"),
        LEFT_OUT("left out"),
        WARNING("warning");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return place + ": " + kind.words + ": " + text;
    }
}
