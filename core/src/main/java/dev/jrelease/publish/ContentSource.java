package dev.jrelease.publish;

import dev.jrelease.image.ImageSource;

/**
 * Where the content of a publication comes from.
 *
 * @param images all content by digest
 * @param attachment copies what refers to the content
 */
public record ContentSource(ImageSource images, Attachment attachment) {
    /** A source of images that nothing refers to yet. */
    public static ContentSource of(ImageSource images) {
        return new ContentSource(images, Attachment.none());
    }
}
