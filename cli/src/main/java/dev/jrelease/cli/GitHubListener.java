package dev.jrelease.cli;

import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import java.time.Duration;

/**
 * Folds the output of each stage in the log of GitHub Actions, and shows the warnings of a release on the page of its run.
 * Elsewhere it does nothing.
 */
final class GitHubListener implements ReleaseListener {
    private final Console console;
    private final boolean folds;

    /** @param folds whether anything is said of a stage */
    GitHubListener(Console console, boolean folds) {
        this.console = console;
        this.folds = folds;
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        switch (event) {
            case ReleaseEvent.StageStarted(String stage, int tasks) when folds -> console.beginGroup(stage);
            case ReleaseEvent.StageFinished _, ReleaseEvent.StageFailed _ when folds -> console.endGroup();
            case ReleaseEvent.Warning(var task, String about, String message) ->
                console.annotation(all -> all.warning(about + ": " + message));
            default -> {}
        }
    }
}
