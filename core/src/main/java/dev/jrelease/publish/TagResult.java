package dev.jrelease.publish;

import dev.jrelease.image.Digest;

/**
 * What became of a tag.
 *
 * @param digest that it holds now, as far as that is known
 * @param remark what else is to be said of it; empty if there is nothing
 */
public record TagResult(Tag tag, Digest digest, How how, String remark) {
    /** How a tag came to hold what it holds. */
    public enum How {
        PUSHED("pushed"),
        UNCHANGED("was there"),
        ADOPTED("adopted: the same revision was there"),
        REPLACED("replaced"),
        MOVED("moved"),
        KEPT("kept"),
        TAKEN_BACK("taken back"),
        FAILED("not known");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether the tag holds what was published. */
        public boolean isPublished() {
            return this != KEPT && this != TAKEN_BACK && this != FAILED;
        }
    }

    /** {@code kept: holds 1.4.0, which is newer}. */
    public String words() {
        return remark.isEmpty() ? how.words() : how.words() + ": " + remark;
    }
}
