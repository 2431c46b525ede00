package dev.jrelease.cli;

import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import java.time.Duration;

/** Shows the warnings of a release on the page of its run in GitHub Actions; elsewhere it does nothing. */
final class GitHubListener implements ReleaseListener {
    private final Console console;

    GitHubListener(Console console) {
        this.console = console;
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        if (event instanceof ReleaseEvent.Warning warning) {
            console.annotateWarning(warning.about() + ": " + warning.message());
        }
    }
}
