package dev.jrelease.http;

/** How long a request waits for the next byte of its answer. */
public enum Patience {
    /** For requests that a server answers from what it knows. */
    ANSWER,
    /** For requests that move content: a registry is silent while it stores a large blob or fetches one itself. */
    TRANSFER
}
