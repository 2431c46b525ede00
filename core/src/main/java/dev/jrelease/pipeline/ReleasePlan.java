package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.artifact.TagName;
import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Lazy;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.dist.DistContents;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problem;
import dev.jrelease.files.CleanPath;
import dev.jrelease.image.Digest;
import dev.jrelease.secret.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All tasks of a release in their order, with templates rendered.
 *
 * @param identity the same for two runs that do the same, whenever they do it. Only a release asks for it
 */
public record ReleasePlan(
        String projectName,
        String version,
        ReleaseConfig config,
        ReleaseFacts facts,
        ReleaseOptions options,
        List<PlannedPipe<?, ?>> pipes,
        Lazy<Digest> identity) {

    public ReleasePlan {
        pipes = List.copyOf(pipes);
    }

    /** The folder for results, relative to the working directory. */
    public String dist() {
        return config.project().distFolder();
    }

    /** How requests to registries are repeated. */
    public Backoff retry() {
        return config.project().retry().backoff();
    }

    /** The tasks of all stages. */
    List<Task> tasks() {
        return pipes.stream().<Task>flatMap(planned -> planned.tasks().stream()).toList();
    }

    /** The tags that it writes to registries. */
    public List<TagName> tags() {
        return tasks().stream().flatMap(task -> task.tags().stream()).distinct().toList();
    }

    /** The names that it publishes images and indexes under. */
    List<PublishedName> published() {
        return tasks().stream().flatMap(task -> task.published().stream()).toList();
    }

    /** Warnings about tasks that no release can run, whatever the host and the registries contain. */
    List<Problem> refusals() {
        return pipes.stream().flatMap(planned -> planned.refusals().stream()).toList();
    }

    /** The use of the dist folder by this plan. */
    public DistContents distContents(Redactor redactor) {
        List<Task> tasks = tasks();
        return new DistContents(
                dist(),
                identity.get().toString(),
                jsonText(redactor),
                options.clean(),
                readsOfOthers(tasks),
                Stream.concat(ResultFiles.NAMES.stream(), tasks.stream().flatMap(task -> task.leaves().stream()))
                        .toList());
    }

    /** The files that tasks read, without those that other tasks make. */
    private List<String> readsOfOthers(List<Task> tasks) {
        List<String> made = tasks.stream()
                .flatMap(task -> task.leaves().stream())
                .map(file -> CleanPath.of(dist() + "/" + file) + "/")
                .toList();
        return tasks.stream()
                .flatMap(task -> task.reads().stream())
                .filter(file -> made.stream().noneMatch((CleanPath.of(file) + "/")::startsWith))
                .toList();
    }

    /** The plan as JSON, for {@code --output json} and {@code plan.json}. */
    public ObjectNode json(Redactor redactor) {
        return PlanJson.of(this, redactor);
    }

    /** The same as text. */
    public String jsonText(Redactor redactor) {
        return PlanJson.text(this, redactor);
    }

    /** The plan as text: its results, not every step. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(projectName + " " + version
                + (options.snapshot() ? " (snapshot: nothing is written to a registry)" : ""));
        for (PlannedPipe<?, ?> planned : pipes) {
            describe(planned, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void describe(PlannedPipe<?, ?> planned, List<String> lines) {
        if (planned.plan() instanceof Plan.Skipped<?>(String reason)) {
            lines.add("\n" + planned.pipe().name() + ": skipped, " + reason);
        }
        for (PlanPart part : planned.parts()) {
            if (!part.tasks().isEmpty()) {
                lines.add("\n" + part.title());
                part.tasks().forEach(task -> task.describe().forEach(line -> lines.add("  " + line)));
            }
        }
    }
}
