package dev.jrelease.facts;

import dev.jrelease.version.SemanticVersion;

/** The kinds of release that a check plans, with a version of each. */
public enum CheckedRelease {
    RELEASE(""),
    PRERELEASE("rc.1"),
    SNAPSHOT("");

    private final String prerelease;

    CheckedRelease(String prerelease) {
        this.prerelease = prerelease;
    }

    SemanticVersion version() {
        return new SemanticVersion(1, 2, 3, prerelease, "");
    }
}
