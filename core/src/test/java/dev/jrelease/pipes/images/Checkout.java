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
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A repository at the tag {@code v1.2.3} whose configuration is planned for real: conditions count, files are read. */
public record Checkout(GitWorkspace workspace, Map<String, String> variables) {

    public static Checkout in(Path folder) throws InterruptedException {
        return new Checkout(GitWorkspace.create(folder).commit("First").tag("v1.2.3"), Map.of());
    }

    public Checkout with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new Checkout(workspace, more);
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

    /** Releases; its time is a minute ahead, so that files of the test count as unchanged. */
    public ReleaseReport release(String yaml, ReleaseOptions options, ReleaseListener listener)
            throws InterruptedException {
        return release(yaml, options, Instant.now().plusSeconds(60), listener);
    }

    public ReleaseReport release(String yaml, ReleaseOptions options, Instant now, ReleaseListener listener)
            throws InterruptedException {
        try (Releaser releaser = new Releaser(GitEnvironment.of(workspace, variables), new Redactor(), now)) {
            ReleasePlan plan = releaser.plan(ConfigFile.of(".release.yaml", yaml), options, new Problems());
            return releaser.release(plan, listener);
        }
    }

    public ReleasePlan plan(String yaml, Problems problems) throws InterruptedException {
        try (Releaser releaser = new Releaser(GitEnvironment.of(workspace, variables), new Redactor(), Instant.EPOCH)) {
            return releaser.plan(ConfigFile.of(".release.yaml", yaml), ReleaseOptions.release(), problems);
        }
    }
}
