package dev.jrelease.registry;

/** Whether a retry may help, and which requests have to wait. */
enum Recovery {
    /** A retry fails again. */
    NONE,
    /** A retry may help, but all attempts were used. */
    GIVEN_UP,
    /** The server is not up to date: only this request waits. */
    LAG,
    /** The server or the network has a problem: all requests wait. */
    OUTAGE,
    /** The server limits requests: all wait, and fewer are sent in parallel. */
    LIMIT,
    /** The server limits requests for minutes. */
    LONG_LIMIT;

    boolean isWorthATry() {
        return this != NONE && this != GIVEN_UP;
    }

    boolean isLimit() {
        return this == LIMIT || this == LONG_LIMIT;
    }
}
