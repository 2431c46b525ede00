package dev.jrelease.pipes.builds;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.pipeline.PipelineRunner;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stage for programs after it ran.
 *
 * @param shown its messages
 * @param files in dist/builds, with a slash after folders that are empty
 */
public record BuiltPrograms(
        ReleasePlan plan, Problems problems, ReleaseReport report, List<String> shown, List<String> files) {

    /** Runs the stage in a folder where the PATH has only programs of the system. */
    public static BuiltPrograms of(String yaml, Path project) throws IOException {
        return of(yaml, project, "/bin");
    }

    /** Runs the stage with this PATH. */
    public static BuiltPrograms of(String yaml, Path project, String path) throws IOException {
        Environment environment =
                new Environment(Map.of("PATH", path, "JAVA_HOME", System.getProperty("java.home")), project, project);
        ReleaseFacts facts = SampleFacts.of(environment, Instant.EPOCH);
        Problems problems = new Problems();
        ReleaseConfig config = ConfigLoader.load(
                ConfigFile.of(".release.yaml", "project_name: hello\n" + yaml),
                List.of(ReleaseNames.SECTION, BuildsConfig.SECTION),
                problems);
        ReleasePlan plan = new Planner(List.of(new ProgramsPipe()), new Redactor())
                .plan(config, facts, ReleaseOptions.release(), problems);
        List<String> shown = new ArrayList<>();
        ReleaseReport report = new PipelineRunner(plan, environment, new ReleaseEvents((event, elapsed) -> {
                    if (event instanceof ReleaseEvent.Message line) {
                        shown.add(line.text());
                    }
                }))
                .run();
        return new BuiltPrograms(plan, problems, report, shown, files(project.resolve("dist/builds")));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted().toList()) {
                boolean directory = Files.isDirectory(path);
                if (!directory) {
                    files.add(folder.relativize(path).toString());
                } else if (isEmpty(path)) {
                    files.add(folder.relativize(path) + "/");
                }
            }
        }
        return files;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    public Optional<Throwable> failure() {
        return report.failure();
    }

    public Optional<String> hint() {
        return failure().flatMap(failed -> ((ReleaseException) failed).hint());
    }
}
