package dev.jrelease.artifact;

/**
 * A tag that a release writes.
 *
 * @param text {@code registry/repository:tag}, as the configuration spells it
 * @param floating whether it moves from release to release
 */
public record TagName(String text, boolean floating) {}
