package dev.jrelease.failure;

/** Whose move it is when something failed. */
public enum FailureKind {
    /** An image could not be built, or is not what it says. */
    BUILD,
    /** The command was called in a way it does not understand. */
    USAGE,
    /** The configuration does not say what to do. */
    CONFIGURATION,
    /** The git repository is not in a state that can be released. */
    GIT,
    /** Something this machine should have is missing: an engine, emulation, disk space. */
    ENVIRONMENT,
    /** A registry refused, or could not be reached. */
    REGISTRY,
    /** Someone asked the run to stop. */
    INTERRUPTED
}
