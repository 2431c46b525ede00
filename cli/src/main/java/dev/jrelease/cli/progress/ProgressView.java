package dev.jrelease.cli.progress;

import dev.jrelease.report.ReleaseListener;

/** Shows a release while it runs. Closed when it has ended, before its results are shown. */
public interface ProgressView extends ReleaseListener, AutoCloseable {
    @Override
    void close();
}
