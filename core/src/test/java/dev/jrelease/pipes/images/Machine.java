package dev.jrelease.pipes.images;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.Section;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.layout.Layouts;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.PipelineRunner;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import dev.jrelease.pipes.publish.PublishConfig;
import dev.jrelease.pipes.publish.PublishPipe;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.publish.PreparedContent;
import dev.jrelease.publish.TagResult;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Releases version 1.2.3 of a made-up commit from one folder, with images that were given instead of built. */
public final class Machine {
    static final ReleaseOptions OVERWRITING =
            ReleaseOptions.builder().overwrite(true).build();

    private final Environment environment;
    private final String content;
    private ReleaseListener listener = (_, _) -> {};

    /** @param content of its images */
    Machine(Path folder, String content) {
        this.environment = new Environment(Map.of(), folder.resolve("home"), folder);
        this.content = content;
    }

    /** What became of each tag. */
    public static Map<String, How> how(ReleaseReport report) {
        Map<String, How> how = new LinkedHashMap<>();
        report.produced(TagResult.class).forEach(tag -> how.put(tag.tag().name(), tag.how()));
        return how;
    }

    /** Tells what happens, and so lets others act in between. */
    Machine heardBy(ReleaseListener other) {
        listener = other;
        return this;
    }

    ReleaseReport release(String yaml) {
        return release(yaml, ReleaseOptions.release());
    }

    ReleaseReport release(String yaml, ReleaseOptions options) {
        try (Registries registries = new Registries(
                        new PooledTransport(environment),
                        Credentials.of(environment, new Redactor()),
                        new SkippedTime());
                Layouts layouts = new Layouts(registries::repository)) {
            ReleasePlan plan = plan(yaml, options, layouts, registries);
            return new PipelineRunner(plan, environment, new ReleaseEvents(listener)).run();
        }
    }

    private ReleasePlan plan(String yaml, ReleaseOptions options, Layouts layouts, Registries registries) {
        Problems problems = new Problems();
        var config = ConfigLoader.load(
                ConfigFile.of(".release.yaml", yaml),
                List.<Section<?>>of(ReleaseNames.SECTION, ImagesConfig.SECTION, PublishConfig.SECTION),
                problems);
        Feature<ImageRelease> images = ImageRelease.feature(Feature.of(ImagesConfig.SECTION, (_, _) -> List.of()));
        Handover<BuiltImage> built = new Handover<>(BuiltImage.class);
        Handover<PreparedContent> contents = new Handover<>(PreparedContent.class);
        ObservedTags observed = new ObservedTags();
        Handover<TagResult> results = new Handover<>(TagResult.class);
        List<Pipe<?, ?>> pipes = List.of(
                new GivenImages(images, built, layouts, content),
                new ContentsPipe(images, layouts, registries, built, contents, observed),
                new PublishPipe(
                        registries, images.map(ImageRelease::published), contents, results, Optional.of(observed)),
                new DigestFilePipe(images, results));
        ReleaseFacts facts = SampleFacts.of(environment, Instant.EPOCH);
        ReleasePlan plan = new Planner(pipes, new Redactor()).plan(config, facts, options, problems);
        problems.throwIfErrors();
        return plan;
    }
}
