package dev.jrelease.version;

import java.util.Optional;

/**
 * A version after Semantic Versioning 2.0.0, ordered by precedence, which ignores {@code build}.
 *
 * @param prerelease {@code rc.1}; empty for a release
 * @param build {@code 20260102.abc}; empty if there is none
 * @see <a href="https://semver.org/spec/v2.0.0.html">Semantic Versioning 2.0.0</a>
 */
public record SemanticVersion(long major, long minor, long patch, String prerelease, String build)
        implements Comparable<SemanticVersion> {
    /** The version of a project without a release. */
    public static final SemanticVersion ZERO = new SemanticVersion(0, 0, 0, "", "");

    /** Reads {@code 1.2.3-rc.1+build}, with or without a {@code v} in front; anything else is absent. */
    public static Optional<SemanticVersion> parse(String text) {
        return VersionText.of(text).strict();
    }

    /**
     * Parses versions with missing parts, too: {@code 1}, {@code v1.2}, {@code 1.2-rc.01}. Missing numbers are 0.
     *
     * @see <a href="https://pkg.go.dev/github.com/Masterminds/semver/v3#NewVersion">NewVersion</a>
     */
    public static Optional<SemanticVersion> parseLenient(String text) {
        return VersionText.of(text).lenient();
    }

    /** The next major version. */
    public SemanticVersion nextMajor() {
        return new SemanticVersion(major + 1, 0, 0, "", "");
    }

    /** The next minor version. */
    public SemanticVersion nextMinor() {
        return new SemanticVersion(major, minor + 1, 0, "", "");
    }

    /** The next patch version; for a prerelease, the release with its numbers. */
    public SemanticVersion nextPatch() {
        return new SemanticVersion(major, minor, isPrerelease() ? patch : patch + 1, "", "");
    }

    public boolean isPrerelease() {
        return !prerelease.isEmpty();
    }

    /** Major, minor and patch alone. */
    public String core() {
        return major + "." + minor + "." + patch;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int byMajor = Long.compare(major, other.major);
        int byMinor = Long.compare(minor, other.minor);
        int byPatch = Long.compare(patch, other.patch);
        int byNumbers = byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : byPatch;
        return byNumbers != 0 ? byNumbers : comparePrereleases(prerelease, other.prerelease);
    }

    private static int comparePrereleases(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        String[] ours = one.split("\\.", -1);
        String[] theirs = other.split("\\.", -1);
        for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
            int order = compareIdentifiers(ours[i], theirs[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ours.length, theirs.length);
    }

    /** Numbers of any length are compared as numbers, and are lower than words. */
    private static int compareIdentifiers(String one, String other) {
        boolean number = isNumber(one);
        if (number != isNumber(other)) {
            return number ? -1 : 1;
        }
        return number && one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareTo(other);
    }

    private static boolean isNumber(String identifier) {
        return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The version without a {@code v}. */
    @Override
    public String toString() {
        return core() + (prerelease.isEmpty() ? "" : "-" + prerelease) + (build.isEmpty() ? "" : "+" + build);
    }
}
