package dev.jrelease.report;

/** Hears about a release as it happens. May be called by several threads at once. */
@FunctionalInterface
public interface ReleaseListener {
    void on(ReleaseEvent event);

    /** Hears nothing. */
    static ReleaseListener silent() {
        return event -> {};
    }
}
