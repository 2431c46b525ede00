package dev.jrelease.docker.buildkit;

/** Hears what happens in one build, in order, on a thread that is not the caller's. Secrets are masked. */
@FunctionalInterface
public interface BuildListener {
    BuildListener SILENT = event -> {};

    void on(BuildEvent event);
}
