package dev.jrelease.publish;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;

/**
 * A tag, and what it is to hold.
 *
 * @param adopted whether the content was found under an immutable tag and taken over, not made by this release
 */
public record Wanted(Tag tag, Manifest content, boolean adopted) {
    public Digest digest() {
        return content.digest();
    }
}
