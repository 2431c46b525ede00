package dev.jrelease.registry;

/** Whether a request that failed may succeed a little later, and what has to wait until then. */
enum Recovery {
    /** It fails again. */
    NONE,
    /** It may succeed later, but was tried often enough. */
    GIVEN_UP,
    /** The server has not heard yet of what it was given: this request alone waits. */
    LAG,
    /** The server, or the way to it, has a problem: all requests wait. */
    OUTAGE,
    /** The server limits requests: all of them wait, and fewer are sent at once. */
    LIMIT,
    /** It does so for minutes. */
    LONG_LIMIT;

    boolean isWorthATry() {
        return this != NONE && this != GIVEN_UP;
    }

    boolean isLimit() {
        return this == LIMIT || this == LONG_LIMIT;
    }
}
