package dev.jrelease.htmlreport;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When each stage and task of a release worked, in milliseconds since its begin.
 *
 * @param state {@code finished}, {@code failed}, or {@code unfinished} if it was killed
 * @param remarks what stopped nothing, and why tasks failed
 */
record Timeline(String state, long duration, List<Stage> stages, List<Remark> remarks) {

    /** A stage with its tasks; {@code state} is {@code finished}, {@code failed}, {@code skipped} or {@code unfinished}. */
    record Stage(String name, String state, String note, List<Task> tasks) {}

    record Task(String title, String state, long start, long end, List<Step> steps) {}

    /** A step of an image's build. */
    record Step(String name, boolean cached, long start, long end) {}

    /** A warning or a failure. */
    record Remark(String kind, String about, String message) {}

    static Timeline of(List<JsonNode> events) {
        Reader reader = new Reader();
        events.forEach(reader::read);
        return reader.timeline();
    }

    /** Collects what the events say. */
    private static final class Reader {
        private final Map<String, StageSoFar> stages = new LinkedHashMap<>();
        private final List<Remark> remarks = new ArrayList<>();
        private String state = "unfinished";
        private long last;

        private static final class StageSoFar {
            private String state = "unfinished";
            private String note = "";
            private final Map<Integer, TaskSoFar> tasks = new LinkedHashMap<>();
        }

        private static final class TaskSoFar {
            private String title = "";
            private String state = "unfinished";
            private long start;
            private long end = -1;
            private final List<Step> steps = new ArrayList<>();
        }

        void read(JsonNode event) {
            last = event.path("elapsed_ms").asLong(last);
            String kind = event.path("event").asText();
            if (kind.startsWith("release_")) {
                end(kind, event);
            } else if (kind.startsWith("stage_")) {
                stage(kind, event);
            } else if (kind.equals("warning") || kind.equals("retried")) {
                remarks.add(remark(kind, event));
            } else if (event.has("task")) {
                task(kind, event);
            }
        }

        private void end(String kind, JsonNode event) {
            state = kind.substring("release_".length());
            if (state.equals("failed")) {
                remarks.add(remark("failure", event));
            }
        }

        private static Remark remark(String kind, JsonNode event) {
            String about = event.path("about").asText(event.path("title").asText());
            return new Remark(
                    kind,
                    about,
                    event.path("message").asText(event.path("problem").asText()));
        }

        private void stage(String kind, JsonNode event) {
            StageSoFar stage = stages.computeIfAbsent(event.path("stage").asText(), _ -> new StageSoFar());
            stage.state = kind.equals("stage_started") ? "unfinished" : kind.substring("stage_".length());
            stage.note = event.path("reason").asText();
        }

        private void task(String kind, JsonNode event) {
            StageSoFar stage = stages.get(event.path("stage").asText());
            if (stage == null) {
                return;
            }
            TaskSoFar task = stage.tasks.computeIfAbsent(event.path("task").asInt(), _ -> new TaskSoFar());
            switch (kind) {
                case "task_started" -> {
                    task.title = event.path("title").asText();
                    task.start = last;
                }
                case "task_finished", "task_failed", "task_stopped" -> {
                    task.state = kind.substring("task_".length());
                    task.end = last;
                }
                case "step_finished" -> task.steps.add(step(event));
                default -> {}
            }
        }

        private Step step(JsonNode event) {
            return new Step(
                    event.path("step").asText(),
                    event.path("cached").asBoolean(),
                    Math.max(0, last - event.path("took_ms").asLong()),
                    last);
        }

        Timeline timeline() {
            List<Stage> all = new ArrayList<>();
            stages.forEach((name, stage) -> all.add(new Stage(
                    name,
                    stage.state,
                    stage.note,
                    stage.tasks.values().stream()
                            .map(task -> new Task(
                                    task.title, task.state, task.start, task.end < 0 ? last : task.end, task.steps))
                            .toList())));
            return new Timeline(state, last, all, remarks);
        }
    }
}
