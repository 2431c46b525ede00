package dev.jrelease.glob;

/** The wildcards that a pattern may contain. */
public enum GlobSyntax {
    /** {@code *} and {@code ?} match any characters; every other character matches itself. */
    NAMES,

    /**
     * The patterns of a {@code .dockerignore}: {@code *} and {@code ?} stay within a name, {@code **} does not, {@code
     * [a-z]} and {@code [^a-z]} match one character, {@code \} escapes the next one. {@code **x} matches the end of any
     * path, but only if {@code x} is plain text.
     *
     * @see <a href="https://pkg.go.dev/path/filepath#Match">the grammar that Docker extends</a>
     */
    DOCKERIGNORE,

    /** The same with alternatives: {@code {a,b}}. {@code [!a]} is {@code [^a]}, and neither matches a slash. */
    FILES;

    /** Whether {@code *} stops at a slash. */
    boolean knowsPaths() {
        return this != NAMES;
    }

    boolean hasChoices() {
        return this == FILES;
    }
}
