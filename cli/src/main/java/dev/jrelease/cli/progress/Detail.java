package dev.jrelease.cli.progress;

/** How much is said of what a release does. */
public enum Detail {
    /** Only what users should know. */
    QUIET,
    NORMAL,
    /** Also every step, and what programs print. */
    VERBOSE
}
