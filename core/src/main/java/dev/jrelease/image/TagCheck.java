package dev.jrelease.image;

/**
 * Looks whether a tag may still be changed. It runs right before a request that changes the tag, if that request had to
 * wait or is repeated: something else may have written the tag meanwhile. What it throws stops the change.
 */
@FunctionalInterface
public interface TagCheck {
    /** For content without a tag, and for tags that nothing else writes. */
    TagCheck NONE = () -> {};

    void run();
}
