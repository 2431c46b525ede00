package dev.jrelease.cli;

import dev.jrelease.failure.FailureKind;

/** What the process answers; it says whose move it is. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** The build failed, or an image is not what it says. */
    BUILD(1),
    /** The command was called in a way it does not understand. */
    USAGE(2),
    /** The configuration has errors. */
    CONFIGURATION(3),
    /** The git repository is not in a state that can be released. */
    GIT(4),
    /** Something this machine should have is missing: an engine, emulation, disk space. */
    ENVIRONMENT(5),
    /** A registry refused, or could not be reached. */
    REGISTRY(6),
    /** A bug in jrelease. */
    BUG(70),
    /** Someone asked the run to stop. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static ExitCode of(FailureKind kind) {
        return switch (kind) {
            case BUILD -> BUILD;
            case USAGE -> USAGE;
            case CONFIGURATION -> CONFIGURATION;
            case GIT -> GIT;
            case ENVIRONMENT -> ENVIRONMENT;
            case REGISTRY -> REGISTRY;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
