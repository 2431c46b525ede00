package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Digest;
import dev.jrelease.pipes.images.plan.ImageName;

/** A tag that holds what this release says, seen at its registry. */
public record PublishedTag(ImageName name, Digest digest, How how) implements Artifact {

    /** How the tag came to hold it. */
    public enum How {
        PUSHED("pushed"),
        UNCHANGED("was there"),
        ADOPTED("adopted: the same revision was there"),
        REPLACED("replaced"),
        MOVED("moved");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
