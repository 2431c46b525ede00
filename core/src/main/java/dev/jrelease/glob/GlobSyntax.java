package dev.jrelease.glob;

/** Which wildcards a pattern may have. */
public enum GlobSyntax {
    /** {@code *} and {@code ?} stand for any characters; every other character is itself. */
    NAMES,

    /**
     * The patterns of a {@code .dockerignore}: {@code *} and {@code ?} stay within a name, {@code **} does not,
     * {@code [a-z]} and {@code [^a-z]} are one character, {@code \} takes the next one as it is. {@code **x} is the end
     * of any path, but only where {@code x} is plain text.
     *
     * @see <a href="https://pkg.go.dev/path/filepath#Match">the grammar that Docker extends</a>
     */
    DOCKERIGNORE,

    /** The same, with choices: {@code {a,b}}. {@code [!a]} is {@code [^a]}, and neither is a slash. */
    FILES;

    /** Whether a slash ends what {@code *} stands for. */
    boolean knowsPaths() {
        return this != NAMES;
    }

    boolean hasChoices() {
        return this == FILES;
    }
}
