package dev.jrelease.facts;

import dev.jrelease.version.SemanticVersion;

/** The kinds of release that {@code check} plans, each with an example version. */
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
