package dev.jrelease.cli;

import dev.jrelease.concurrent.Retry;
import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.TaskId;
import java.time.Duration;

/** Prints the progress of a release, line by line. */
final class ConsoleListener implements ReleaseListener {
    private final Console console;
    private final boolean verbose;

    ConsoleListener(Console console, boolean verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        switch (event) {
            case ReleaseEvent.StageStarted(String stage, int tasks) -> console.progress("• " + stage + counted(tasks));
            case ReleaseEvent.StageSkipped(String stage, String reason) ->
                console.progress("• " + stage + ": skipped, " + reason);
            case ReleaseEvent.Message(TaskId task, String text) ->
                console.progress("    " + task.title() + "  " + text);
            case ReleaseEvent.Warning(var task, String about, String message) ->
                console.progress("    " + about + "  warning: " + message);
            case ReleaseEvent.Retried(Retry retry) -> console.progress("    " + retry.text());
            case ReleaseEvent.StepStarted(TaskId task, BuildStep step) -> printed(task, step.name());
            case ReleaseEvent.StepFinished(TaskId task, BuildStep step, boolean cached, var took) -> {
                if (cached) {
                    printed(task, step.name() + " (cached)");
                }
            }
            case ReleaseEvent.StepFailed(TaskId task, BuildStep step, String error) ->
                printed(task, step.name() + ": " + error);
            case ReleaseEvent.Output(TaskId task, var step, String line) -> printed(task, line);
            case ReleaseEvent.StageEvent end -> {}
            case ReleaseEvent.TaskEvent other -> {}
        }
    }

    private void printed(TaskId task, String line) {
        if (verbose) {
            console.progress("    " + task.title() + " | " + line);
        }
    }

    private static String counted(int tasks) {
        return tasks == 1 ? "" : " (" + tasks + ")";
    }
}
