package dev.jrelease.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.concurrent.Retry;
import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Transfer;
import dev.jrelease.json.Json;
import dev.jrelease.report.ReleaseEvent.StageEvent;
import dev.jrelease.report.ReleaseEvent.TaskEvent;
import java.time.Duration;
import java.util.Locale;

/**
 * An event for machines. Keys and events are only ever added.
 *
 * <pre>{@code
 * {"elapsed_ms":1250,"event":"step_finished","stage":"docker images","task":1,"title":"hello linux/arm64",
 *  "platform":"linux/arm64","step":"[2/3] COPY app /app","step_id":"sha256:…","cached":false,"took_ms":31}
 * }</pre>
 */
public final class EventJson {
    private EventJson() {}

    public static ObjectNode of(ReleaseEvent event, Duration elapsed) {
        ObjectNode node = Json.object().put("elapsed_ms", elapsed.toMillis()).put("event", name(event));
        switch (event) {
            case StageEvent stage -> add(stage, node);
            case TaskEvent task -> {
                add(task.task(), node);
                add(task, node);
            }
            case ReleaseEvent.Retried(Retry retry) ->
                node.put("problem", retry.problem())
                        .put("attempt", retry.attempt())
                        .put("attempts", retry.attempts())
                        .put("pause_ms", retry.pause().toMillis());
            case ReleaseEvent.Checked checked -> {
                node.put("about", checked.what())
                        .put("verdict", checked.verdict().name().toLowerCase(Locale.ROOT))
                        .put("message", checked.found());
                checked.hint().ifPresent(hint -> node.put("hint", hint));
            }
            case ReleaseEvent.Warning warning -> {
                warning.task().ifPresent(task -> add(task, node));
                node.put("about", warning.about()).put("message", warning.message());
            }
        }
        return node;
    }

    /** The last line of a log: how the release ended. */
    public static ObjectNode end(ReleaseReport report) {
        ObjectNode node = Json.object().put("event", report.succeeded() ? "release_finished" : "release_failed");
        report.failure().ifPresent(failure -> add(failure, node));
        return node;
    }

    /** {@code stage_started} for {@code StageStarted}. */
    private static String name(ReleaseEvent event) {
        StringBuilder name = new StringBuilder();
        for (char letter : event.getClass().getSimpleName().toCharArray()) {
            name.append(Character.isUpperCase(letter) && !name.isEmpty() ? "_" : "")
                    .append(Character.toLowerCase(letter));
        }
        return name.toString();
    }

    private static void add(StageEvent event, ObjectNode node) {
        node.put("stage", event.stage());
        switch (event) {
            case ReleaseEvent.StageStarted started -> node.put("tasks", started.tasks());
            case ReleaseEvent.StageSkipped skipped -> node.put("reason", skipped.reason());
            case ReleaseEvent.StageFinished finished -> {}
            case ReleaseEvent.StageFailed failed -> {}
        }
    }

    private static void add(TaskId task, ObjectNode node) {
        node.put("stage", task.stage()).put("task", task.number()).put("title", task.title());
        task.platform().ifPresent(platform -> node.put("platform", platform.toString()));
    }

    private static void add(TaskEvent event, ObjectNode node) {
        switch (event) {
            case ReleaseEvent.TaskStarted started -> {}
            case ReleaseEvent.TaskStopped stopped -> {}
            case ReleaseEvent.TaskFinished finished -> {
                ArrayNode artifacts = node.putArray("artifacts");
                finished.produced().forEach(artifact -> artifacts.add(artifact.json()));
            }
            case ReleaseEvent.TaskFailed failed -> add(failed.failure(), node);
            case ReleaseEvent.Message message -> node.put("message", message.text());
            case ReleaseEvent.StepStarted started -> add(started.step(), node);
            case ReleaseEvent.StepFinished finished -> {
                add(finished.step(), node);
                node.put("cached", finished.cached())
                        .put("took_ms", finished.took().toMillis());
            }
            case ReleaseEvent.StepFailed failed -> {
                add(failed.step(), node);
                node.put("message", failed.error());
            }
            case ReleaseEvent.Output output -> {
                output.step().ifPresent(step -> add(step, node));
                node.put("line", output.line());
            }
            case ReleaseEvent.Transferred transferred -> add(transferred.transfer(), node);
        }
    }

    private static void add(Throwable failure, ObjectNode node) {
        node.put("message", String.valueOf(failure.getMessage()));
        if (failure instanceof ReleaseException release) {
            release.location().ifPresent(place -> node.put("location", place.toString()));
            release.hint().ifPresent(hint -> node.put("hint", hint));
        }
    }

    private static void add(BuildStep step, ObjectNode node) {
        node.put("step", step.name()).put("step_id", step.id());
    }

    private static void add(Transfer transfer, ObjectNode node) {
        node.put("digest", transfer.blob().digest().toString())
                .put("to", transfer.to())
                .put("state", transfer.state().name().toLowerCase(Locale.ROOT))
                .put("done", transfer.done())
                .put("total", transfer.total());
    }
}
