package dev.jrelease.cli.progress;

/** What a line is, which decides its colour. */
public enum Tint {
    PLAIN,
    HEADING,
    GOOD,
    WARNING,
    FAILURE
}
