package dev.jrelease.dockerfile;

/**
 * A file or folder of the build context that a build certainly copies.
 *
 * @param path in the context, filled in, without {@code /} at either end; empty for all of it
 * @param word as the Dockerfile has it
 */
public record ContextSource(Instruction instruction, Word word, String path) {}
