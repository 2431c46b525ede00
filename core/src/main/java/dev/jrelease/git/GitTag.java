package dev.jrelease.git;

/**
 * A tag, annotated or lightweight.
 *
 * @param commit that it points to, in full
 */
public record GitTag(String name, String commit) {}
