package dev.jrelease.pipes.images;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problems;
import dev.jrelease.git.GitEnvironment;
import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A repository at the tag {@code v1.2.3} whose configuration is planned for real: conditions count, files are read. */
public record Checkout(GitWorkspace workspace, Map<String, String> variables) {

    public static Checkout in(Path folder) throws InterruptedException {
        return new Checkout(GitWorkspace.create(folder).commit("First").tag("v1.2.3"), Map.of());
    }

    public Checkout with(String variable, String value) {
        return new Checkout(workspace, Map.of(variable, value));
    }

    /** The problems where there are errors, else the names of all images and indexes. */
    public List<String> said(String yaml) throws InterruptedException {
        Problems problems = new Problems();
        try {
            ReleasePlan plan = plan(yaml, problems);
            return Stream.concat(
                            PlannedTasks.of(plan, ImageTask.class).stream()
                                    .distinct()
                                    .flatMap(image -> image.names().stream().map(ImageName::text)),
                            PlannedTasks.of(plan, IndexTask.class).stream()
                                    .distinct()
                                    .map(index -> index.title() + " of "
                                            + index.children().size()))
                    .toList();
        } catch (InvalidConfigurationException errors) {
            return problems.list().stream()
                    .map(problem -> problem.toString().replaceFirst("^\\.release\\.yaml:", ""))
                    .toList();
        }
    }

    public ReleasePlan plan(String yaml, Problems problems) throws InterruptedException {
        try (Releaser releaser = new Releaser(GitEnvironment.of(workspace, variables), new Redactor(), Instant.EPOCH)) {
            return releaser.plan(ConfigFile.of(".release.yaml", yaml), ReleaseOptions.release(), problems);
        }
    }
}
