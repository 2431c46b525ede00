package dev.jrelease.cli.progress;

/** The meaning of a line, which determines its colour. */
public enum Tint {
    PLAIN,
    HEADING,
    GOOD,
    WARNING,
    FAILURE
}
