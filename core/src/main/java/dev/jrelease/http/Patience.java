package dev.jrelease.http;

/** The time-out for the next byte of a response. */
public enum Patience {
    /** For requests without content. */
    ANSWER,
    /** For requests that move content: a registry is silent while it stores or fetches a large blob. */
    TRANSFER
}
