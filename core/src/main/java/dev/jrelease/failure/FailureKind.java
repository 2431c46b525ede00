package dev.jrelease.failure;

/** The kind of a failure, which decides the exit code of the process. */
public enum FailureKind {
    /** An image could not be built, or its content does not match its platform. */
    BUILD,
    /** The command line is invalid. */
    USAGE,
    /** The configuration has errors. */
    CONFIGURATION,
    /** The git repository is not in a state that can be released. */
    GIT,
    /** The environment lacks something: an engine, emulation, disk space. */
    ENVIRONMENT,
    /** A registry refused a request or could not be reached. */
    REGISTRY,
    /** The run was interrupted. */
    INTERRUPTED
}
