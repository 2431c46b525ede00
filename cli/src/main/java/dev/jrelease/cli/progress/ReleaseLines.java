package dev.jrelease.cli.progress;

import dev.jrelease.concurrent.Retry;
import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.TaskId;
import java.time.Duration;

/** Describes the events of a release in lines. */
record ReleaseLines(Lines out, Detail detail) implements ReleaseListener {
    private static final String INDENT = "    ";

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        if (event instanceof ReleaseEvent.Warning(var task, String about, String message)) {
            out.line(INDENT + about + "  warning: " + message, Tint.WARNING);
        } else if (detail != Detail.QUIET) {
            say(event);
        }
    }

    private void say(ReleaseEvent event) {
        switch (event) {
            case ReleaseEvent.StageStarted(String stage, int tasks) ->
                out.line("• " + stage + counted(tasks), Tint.HEADING);
            case ReleaseEvent.StageSkipped(String stage, String reason) ->
                out.line("• " + stage + ": skipped, " + reason, Tint.PLAIN);
            case ReleaseEvent.Message(TaskId task, String text) ->
                out.line(INDENT + task.title() + "  " + text, Tint.PLAIN);
            case ReleaseEvent.Retried(Retry retry) -> out.line(INDENT + retry.text(), Tint.WARNING);
            case ReleaseEvent.StepStarted(TaskId task, BuildStep step) -> printed(task, step.name());
            case ReleaseEvent.StepFinished(TaskId task, BuildStep step, boolean cached, var took) -> {
                if (cached) {
                    printed(task, step.name() + " (cached)");
                }
            }
            case ReleaseEvent.StepFailed(TaskId task, BuildStep step, String error) ->
                printed(task, step.name() + ": " + error);
            case ReleaseEvent.Output(TaskId task, var step, String line) -> printed(task, line);
            default -> {}
        }
    }

    private void printed(TaskId task, String line) {
        if (detail == Detail.VERBOSE) {
            out.line(INDENT + task.title() + " | " + line, Tint.PLAIN);
        }
    }

    private static String counted(int tasks) {
        return tasks == 1 ? "" : " (" + tasks + ")";
    }
}
