package dev.jrelease.cli.progress;

/** The output for lines about a release. */
@FunctionalInterface
public interface Lines {
    void line(String text, Tint tint);
}
