package dev.jrelease.docker.buildkit;

import dev.jrelease.docker.buildkit.BuildStatus.Vertex;
import dev.jrelease.secret.Redactor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the progress messages of one build into events, and records the step that failed. */
public final class BuildProgress {
    private static final String WRONG_BASE = "InvalidBaseImagePlatform";
    private static final String CANCELLED = "context canceled";

    private final BuildListener listener;
    private final Redactor redactor;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private Optional<String> wrongBase = Optional.empty();

    /**
     * The step at which a build failed.
     *
     * @param output the last lines of its output
     */
    public record FailedStep(String name, List<String> output) {}

    public BuildProgress(BuildListener listener, Redactor redactor) {
        this.listener = listener;
        this.redactor = redactor;
    }

    /**
     * Adds the next {@code moby.buildkit.trace} of the build.
     *
     * @throws IllegalArgumentException if it cannot be decoded
     */
    public void trace(byte[] trace) {
        BuildStatus status = BuildStatus.read(trace);
        status.vertexes().forEach(this::begin);
        status.logs().forEach(log -> {
            Step step = step(log.vertex());
            step.print(log.content(), line -> output(step, line));
        });
        status.vertexes().forEach(this::end);
        status.warnings().forEach(warning -> warn(redactor.redact(warning.message())));
    }

    /** The build has ended: passes on a last line without a line end. */
    public void end() {
        steps.values().forEach(step -> step.finish(line -> output(step, line)));
    }

    /** The first step that failed, if there is one. */
    public Optional<FailedStep> failedStep() {
        return steps.values().stream()
                .filter(step -> !step.error().isEmpty() && !step.error().endsWith(CANCELLED))
                .findFirst()
                .map(step -> new FailedStep(step.known().name(), step.tail()));
    }

    /**
     * The engine's warning if it used a base image of another platform. Such a build succeeds with the containerd
     * store, and its image has the wrong platform.
     */
    public Optional<String> wrongBase() {
        return wrongBase;
    }

    private void begin(Vertex vertex) {
        Step step = step(vertex.digest());
        step.name(redactor.redact(vertex.name()));
        if (vertex.started().isPresent() && !vertex.cached() && step.start()) {
            listener.on(new BuildEvent.Started(step.known()));
        }
    }

    private void end(Vertex vertex) {
        Step step = step(vertex.digest());
        boolean ended = vertex.completed().isPresent() || !vertex.error().isEmpty();
        if (!ended || !step.end()) {
            return;
        }
        step.finish(line -> output(step, line));
        step.error(redactor.redact(vertex.error()));
        listener.on(event(vertex, step));
    }

    private static BuildEvent event(Vertex vertex, Step step) {
        if (!step.error().isEmpty()) {
            return new BuildEvent.Failed(step.known(), step.error());
        }
        if (vertex.cached()) {
            return new BuildEvent.Cached(step.known());
        }
        Duration took = vertex.started()
                .flatMap(from -> vertex.completed().map(to -> Duration.between(from, to)))
                .orElse(Duration.ZERO);
        return new BuildEvent.Completed(step.known(), took);
    }

    private void output(Step step, String line) {
        String masked = redactor.redact(line);
        step.remember(masked);
        listener.on(new BuildEvent.Output(step.known(), masked));
    }

    private void warn(String message) {
        if (message.startsWith(WRONG_BASE)) {
            wrongBase = Optional.of(withoutColon(message.substring(WRONG_BASE.length())));
        }
        listener.on(new BuildEvent.Warning(message));
    }

    private static String withoutColon(String message) {
        return (message.startsWith(":") ? message.substring(1) : message).stripLeading();
    }

    private Step step(String digest) {
        return steps.computeIfAbsent(digest, Step::new);
    }
}
