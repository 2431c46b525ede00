package dev.jrelease.cli.progress;

/** How much is said of what a release does. */
public enum Detail {
    /** What should be known, and nothing else. */
    QUIET,
    NORMAL,
    /** Also every step, and what programs print. */
    VERBOSE
}
