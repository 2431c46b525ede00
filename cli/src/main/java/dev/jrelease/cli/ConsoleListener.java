package dev.jrelease.cli;

import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;

/** Tells a person what a release is doing, one line at a time. */
final class ConsoleListener implements ReleaseListener {
    private final Console console;
    private final boolean verbose;

    ConsoleListener(Console console, boolean verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    @Override
    public void on(ReleaseEvent event) {
        switch (event) {
            case ReleaseEvent.PipeStarted(String pipe, int tasks) -> console.progress("• " + pipe + counted(tasks));
            case ReleaseEvent.PipeSkipped(String pipe, String reason) ->
                console.progress("• " + pipe + ": skipped, " + reason);
            case ReleaseEvent.Progress(String pipe, String task, String message) ->
                console.progress("    " + task + "  " + message);
            case ReleaseEvent.Warning(String pipe, String task, String message) ->
                console.progress("    " + task + "  warning: " + message);
            case ReleaseEvent.Output(String pipe, String task, String line) -> {
                if (verbose) {
                    console.progress("    " + task + " | " + line);
                }
            }
            case ReleaseEvent.Retry(String pipe, String message) -> console.progress("    " + message);
            case ReleaseEvent.PipeFinished finished -> {}
            case ReleaseEvent.TaskStarted started -> {}
            case ReleaseEvent.TaskFinished finished -> {}
        }
    }

    private static String counted(int tasks) {
        return tasks == 1 ? "" : " (" + tasks + ")";
    }
}
