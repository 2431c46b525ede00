package dev.jrelease.dockerfile;

/**
 * A file or folder of the build context that a build certainly copies, or a pattern for some.
 *
 * @param path in the context, without variables, without {@code /} at either end; empty for the whole context
 * @param word as the Dockerfile has it
 */
public record ContextSource(Instruction instruction, Word word, String path) {
    /** Whether the path has wildcards, so that it may match nothing. */
    public boolean isPattern() {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
    }
}
