package dev.jrelease.cli.progress;

import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvent.StageEvent;
import dev.jrelease.report.ReleaseEvent.TaskEvent;
import dev.jrelease.report.TaskId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The running work: a row for each task, and one for each place that blobs are sent to. */
final class Progress {
    private final Map<TaskId, RunningTask> tasks = new LinkedHashMap<>();
    private final Map<String, RunningUpload> uploads = new LinkedHashMap<>();
    private boolean begun;
    private String checked = "";

    /** Takes the next event. */
    void on(ReleaseEvent event, Duration elapsed) {
        begun |= event instanceof StageEvent || event instanceof TaskEvent;
        switch (event) {
            case ReleaseEvent.TaskStarted(var task) -> tasks.put(task, new RunningTask(task.title(), elapsed));
            case ReleaseEvent.StepStarted(var task, var step) ->
                task(task, elapsed).begin(step);
            case ReleaseEvent.StepFinished(var task, var step, boolean cached, var took) ->
                task(task, elapsed).end(step, cached);
            case ReleaseEvent.StepFailed(var task, var step, var error) ->
                task(task, elapsed).end(step, false);
            case ReleaseEvent.Transferred(var task, var transfer) ->
                uploads.computeIfAbsent(transfer.to(), to -> new RunningUpload(to, elapsed))
                        .note(transfer, elapsed);
            case ReleaseEvent.TaskFinished(var task, var produced) -> tasks.remove(task);
            case ReleaseEvent.TaskFailed(var task, var failure) -> tasks.remove(task);
            case ReleaseEvent.TaskStopped(var task) -> tasks.remove(task);
            case ReleaseEvent.Checked(String what, var verdict, var found, var hint) -> checked = what;
            case StageEvent stage -> {
                tasks.clear();
                uploads.clear();
            }
            default -> {}
        }
    }

    private RunningTask task(TaskId id, Duration elapsed) {
        return tasks.computeIfAbsent(id, task -> new RunningTask(task.title(), elapsed));
    }

    /** Before the first stage, the condition that was looked at last. */
    List<Row> rows(Duration now) {
        if (!begun) {
            return List.of(new Row("preflight", checked, "", now));
        }
        return Stream.concat(
                        tasks.values().stream().map(task -> task.row(now)),
                        uploads.values().stream()
                                .filter(RunningUpload::isRunning)
                                .map(upload -> upload.row(now)))
                .toList();
    }
}
