package dev.jrelease.http;

/** How long a request waits for the next byte of its answer. */
public enum Patience {
    /** For the first request to a server: whether anything answers there. */
    GREETING,
    /** For requests that a server answers from what it knows. */
    ORDINARY,
    /** For requests that move content: a registry may be silent for minutes while it stores a large blob. */
    TRANSFER
}
