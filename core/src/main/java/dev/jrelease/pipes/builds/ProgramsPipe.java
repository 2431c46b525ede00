package dev.jrelease.pipes.builds;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Cause;
import dev.jrelease.failure.DuplicateIds;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.builds.gradle.Gradle;
import dev.jrelease.pipes.builds.jvm.BuildRuns;
import dev.jrelease.pipes.builds.jvm.BuildTool;
import dev.jrelease.pipes.builds.maven.Maven;
import dev.jrelease.template.Condition.Answer;
import dev.jrelease.template.TemplateContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds programs, or takes those that exist. An entry with a builder that is not run here stops a release. */
public final class ProgramsPipe implements Pipe<List<ProgramTask>, ProgramTask> {
    private static final Feature<List<ProgramTask>> FEATURE = Feature.of(BuildsConfig.SECTION, ProgramsPipe::tasks);

    /** The results of all entries, as planned. */
    public static final Feature<List<BuildOutput>> PROGRAMS =
            FEATURE.map(tasks -> tasks.stream().map(ProgramTask::output).toList());

    private static final String PREBUILT = "prebuilt";
    private static final String COMMAND = "command";
    private static final String GO = "go";
    private static final String INSTEAD = "build the programs first, and use builder: prebuilt";
    private static final List<String> OF_GORELEASER =
            List.of(GO, "bun", "deno", "node", "poetry", "python", "rust", "uv", "zig");
    private static final Map<String, BuildTool> JVM_TOOLS = Map.of("maven", new Maven(), "gradle", new Gradle());

    @Override
    public String name() {
        return "builds";
    }

    @Override
    public Feature<List<ProgramTask>> feature() {
        return FEATURE;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.empty();
    }

    @Override
    public Optional<String> planKey() {
        return Optional.of("builds");
    }

    private static void check(BuildsConfig config, Planning planning) {
        Problems problems = planning.problems();
        DuplicateIds ids = new DuplicateIds(problems);
        config.builds()
                .forEach(entry -> entry.id().ifPresent(id -> ids.add(id.value(), id.location(), entry.location())));
        List<BuildConfig> notRun = config.builds().stream()
                .filter(entry -> !isRun(builder(entry)) && skip(entry, planning, new Problems()) != Answer.YES)
                .toList();
        notRun.forEach(entry -> meant(builder(entry))
                .ifPresent(hint -> problems.error(place(entry), "unknown builder '" + builder(entry) + "'", hint)));
        notRun.stream()
                .filter(entry -> meant(builder(entry)).isEmpty())
                .findFirst()
                .ifPresent(entry -> warnOf(entry, problems));
    }

    private static void warnOf(BuildConfig entry, Problems problems) {
        boolean prebuilt = entry.builder().isEmpty() && entry.prebuilt().isPresent();
        Problem warning = Problem.warning(
                place(entry),
                "the builder " + builder(entry) + " is not run",
                prebuilt ? "add builder: prebuilt" : INSTEAD);
        problems.addConsequence(warning, new Cause.Mistyped(entry.location(), Set.of("builder")));
    }

    /** The builder of those that are run that was probably meant. */
    private static Optional<String> meant(String builder) {
        List<String> all = Stream.of(OF_GORELEASER.stream(), JVM_TOOLS.keySet().stream(), Stream.of(PREBUILT, COMMAND))
                .flatMap(names -> names)
                .toList();
        return OF_GORELEASER.contains(builder)
                ? Optional.empty()
                : Suggestion.similar(builder, all).filter(ProgramsPipe::isRun).flatMap(Suggestion::question);
    }

    /** Whether an entry is built by a tool for the JVM. */
    static boolean isForJvm(BuildConfig build) {
        return JVM_TOOLS.containsKey(builder(build));
    }

    private static boolean isRun(String builder) {
        return builder.equals(PREBUILT) || builder.equals(COMMAND) || JVM_TOOLS.containsKey(builder);
    }

    @Override
    public Plan<ProgramTask> plan(List<ProgramTask> tasks, Planning planning) {
        return Plan.of(tasks);
    }

    private static List<ProgramTask> tasks(BuildsConfig config, Planning planning) {
        check(config, planning);
        BuildRuns runs = new BuildRuns();
        return config.builds().stream()
                .flatMap(build -> plan(build, runs, planning).stream())
                .toList();
    }

    private static List<ProgramTask> plan(BuildConfig config, BuildRuns runs, Planning planning) {
        String id = config.id().map(Located::value).orElse(planning.projectName());
        Answer skip = skip(config, planning, planning.problems());
        if (skip == Answer.YES) {
            return List.of(new ProgramTask(new BuildOutput.Skipped(id), config.location()));
        }
        String builder = builder(config);
        ProgramPlanner planner = new ProgramPlanner(config, id, planning);
        BuildTool tool = JVM_TOOLS.get(builder);
        if (tool != null) {
            return planner.jvm(tool, runs);
        }
        return switch (builder) {
            case COMMAND -> planner.command();
            case PREBUILT -> prebuilt(id, config, planning);
            default -> List.of(notBuilt(id, builder, skip, config));
        };
    }

    private static ProgramTask notBuilt(String id, String builder, Answer skip, BuildConfig config) {
        // For other builders than Go's, the keys do not state the platforms.
        boolean known = builder.equals(GO) && skip == Answer.NO;
        List<Platform> platforms = known ? new BuildPlatforms(config).known() : List.of();
        return new ProgramTask(new BuildOutput.NotBuilt(id, builder, platforms), place(config));
    }

    private static List<ProgramTask> prebuilt(String id, BuildConfig config, Planning planning) {
        if (config.prebuilt().isEmpty()) {
            planning.problems()
                    .error(
                            config.location(),
                            "builder prebuilt without prebuilt.path",
                            "set prebuilt.path to the path of the programs");
            return List.of(ProgramTask.invalid(id, PREBUILT, config.location()));
        }
        BuildPlatforms platforms = new BuildPlatforms(config);
        if (!platforms.check(planning.problems())) {
            return List.of(ProgramTask.invalid(id, PREBUILT, config.location()));
        }
        return platforms.all().stream()
                .map(platform -> program(id, config, config.prebuilt().get(), platform, planning))
                .toList();
    }

    private static Answer skip(BuildConfig config, Planning planning, Problems problems) {
        return config.skip()
                .map(condition -> condition.answer(planning.context(), problems))
                .orElse(Answer.NO);
    }

    private static String builder(BuildConfig config) {
        return config.builder().map(Located::value).orElse(GO);
    }

    /** Where the builder is named. */
    private static Location place(BuildConfig config) {
        return config.builder().map(Located::location).orElse(config.location());
    }

    private static ProgramTask program(
            String id, BuildConfig config, BuildConfig.Prebuilt prebuilt, Platform platform, Planning planning) {
        Problems problems = planning.problems();
        TemplateContext context = ProgramFields.add(planning.context(), platform);
        String path = prebuilt.path().render(context, problems);
        String name = config.binary()
                .map(template -> template.value().render(context, problems))
                .orElse(planning.projectName());
        return new ProgramTask(new BuildOutput.Binary(id, platform, Path.of(path), name), prebuilt.location());
    }

    @Override
    public boolean makesFiles(ProgramTask task) {
        return task.build().isPresent();
    }

    @Override
    public void preflight(ProgramTask task, Run run) {
        task.build().ifPresent(build -> build.preflight(run));
        if (task.output() instanceof BuildOutput.NotBuilt notBuilt) {
            throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "build " + notBuilt.buildId())
                    .because("the builder " + notBuilt.builder() + " is not supported")
                    .hint(INSTEAD)
                    .at(task.location())
                    .build();
        }
    }

    @Override
    public void checkFiles(ProgramTask task, Run run) {
        if (task.output() instanceof BuildOutput.Binary binary && task.build().isEmpty()) {
            Path folder = run.environment().workingDirectory();
            try {
                if (!Files.isRegularFile(SourceTree.around(folder).inside(folder.resolve(binary.file())))) {
                    throw couldNotTake(task)
                            .because("there is no file " + binary.file())
                            .hint("build it before the release, or with a hook of before")
                            .build();
                }
            } catch (OutsideException outside) {
                throw couldNotTake(task).because(outside).build();
            }
        }
    }

    private static ReleaseException.Builder couldNotTake(ProgramTask task) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "take the program " + task.title())
                .at(task.location());
    }

    @Override
    public List<Artifact> run(ProgramTask task, Run run) throws InterruptedException {
        if (task.build().isPresent() && task.output() instanceof BuildOutput.Program program) {
            task.build().get().run(run.environment().resolve(program.file().toString()), run);
        }
        return task.output() instanceof BuildOutput.Skipped ? List.of() : List.of(task.output());
    }
}
