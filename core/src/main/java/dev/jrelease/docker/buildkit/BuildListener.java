package dev.jrelease.docker.buildkit;

/** Receives the events of one build in order, on another thread. Secrets are masked. */
@FunctionalInterface
public interface BuildListener {
    BuildListener SILENT = event -> {};

    void on(BuildEvent event);
}
