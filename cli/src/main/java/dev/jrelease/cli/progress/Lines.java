package dev.jrelease.cli.progress;

/** Where lines about a release go. */
@FunctionalInterface
public interface Lines {
    void line(String text, Tint tint);
}
