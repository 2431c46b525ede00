package dev.jrelease.cli.progress;

import dev.jrelease.dockerfile.BuildStep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A task that has begun: the steps of its build that are being done, and how many were cached. */
final class RunningTask {
    private final String title;
    private final Duration begun;
    private final Map<String, BuildStep> steps = new LinkedHashMap<>();
    private int cached;

    RunningTask(String title, Duration begun) {
        this.title = title;
        this.begun = begun;
    }

    void begin(BuildStep step) {
        steps.put(step.id(), step);
    }

    void end(BuildStep step, boolean wasCached) {
        steps.remove(step.id());
        cached += wasCached ? 1 : 0;
    }

    /** With the step that began last: a builder reports some that take as long as the whole build. */
    Row row(Duration now) {
        String step = steps.values().stream()
                .reduce((_, last) -> last)
                .map(BuildStep::name)
                .orElse("");
        return new Row(title, step, cached == 0 ? "" : cached + " cached", now.minus(begun));
    }
}
