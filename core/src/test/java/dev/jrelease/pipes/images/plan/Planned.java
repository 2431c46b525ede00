package dev.jrelease.pipes.images.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.pipes.publish.PublishTask;
import dev.jrelease.publish.Tag;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a configuration, as text, is planned to: version 1.2.3 at a made-up commit. */
public record Planned(ReleasePlan plan, Problems problems) {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Environment ENVIRONMENT =
            new Environment(Map.of("REGISTRY", "registry.example"), Path.of("/home"), Path.of("/projects/acme"));

    public static Planned of(String yaml) {
        return of(yaml, ReleaseOptions.release());
    }

    /** The same text in a file of GoReleaser's. */
    static Planned goReleaser(String yaml) {
        return of(ConfigFile.of(".goreleaser.yaml", yaml), ReleaseOptions.release());
    }

    public static Planned of(String yaml, ReleaseOptions options) {
        return of(ConfigFile.of(".release.yaml", yaml), options);
    }

    /** What a check plans. */
    public static Planned checked(String yaml) {
        return of(
                ConfigFile.of(".release.yaml", yaml), ReleaseOptions.release(), SampleFacts.ofCheck(ENVIRONMENT, NOW));
    }

    /** What a check plans of the same text in a file of GoReleaser's. */
    static Planned checkedOfGoReleaser(String yaml) {
        return of(
                ConfigFile.of(".goreleaser.yaml", yaml),
                ReleaseOptions.release(),
                SampleFacts.ofCheck(ENVIRONMENT, NOW));
    }

    private static Planned of(ConfigFile file, ReleaseOptions options) {
        return of(file, options, SampleFacts.of(ENVIRONMENT, NOW));
    }

    private static Planned of(ConfigFile file, ReleaseOptions options, ReleaseFacts facts) {
        Problems problems = new Problems();
        try (Clients clients = Clients.of(ENVIRONMENT, new Redactor())) {
            List<Pipe<?, ?>> pipes = Pipes.standard(clients);
            List<Section<?>> sections = Stream.concat(
                            Stream.of(ReleaseNames.SECTION), pipes.stream().map(Pipe::section))
                    .distinct()
                    .toList();
            var config = ConfigLoader.load(file, sections, problems);
            ReleasePlan plan = new Planner(pipes, new Redactor()).plan(config, facts, options, problems);
            return new Planned(plan, problems);
        }
    }

    /** Everything that is to be published. */
    List<Tag> tags() {
        return PlannedTasks.of(plan, PublishTask.class).stream()
                .flatMap(task -> task.planned().stream())
                .toList();
    }

    public JsonNode json() {
        return plan.json(new Redactor());
    }

    JsonNode image(int number) {
        return json().path("images").path(number);
    }

    JsonNode index(int number) {
        return json().path("indexes").path(number);
    }

    /** {@code line:column message} of every problem. */
    public List<String> said() {
        return problems.list().stream().map(Planned::said).toList();
    }

    private static String said(Problem problem) {
        return problem.toString().replaceFirst("^\\.(?:release|goreleaser)\\.yaml:", "");
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
