package dev.jrelease.http;

/** Which time-out applies to the next byte of a response. */
public enum ReadTimeout {
    /** For requests without content. */
    ANSWER,
    /** For requests that move content: a registry is silent while it stores or fetches a large blob. */
    TRANSFER
}
