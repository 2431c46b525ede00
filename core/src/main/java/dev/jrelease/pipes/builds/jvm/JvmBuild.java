package dev.jrelease.pipes.builds.jvm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.pipeline.ProjectCommand;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.builds.work.ProgramBuild;
import dev.jrelease.secret.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds a program for the JVM, which is the same for every platform.
 *
 * @param runs the builds of the same release
 * @param name of the program's jar
 * @param arguments the tasks and options of the entry; empty for the standard ones
 * @param folder of the build, from the project's folder; empty for that folder
 * @param artifact what to take, from the folder of the build; empty for the only program that the build leaves
 * @param variables for the build
 * @param env those of the entry alone
 */
public record JvmBuild(
        BuildTool tool,
        BuildRuns runs,
        String name,
        List<String> arguments,
        String folder,
        String artifact,
        Map<String, String> variables,
        Map<String, String> env,
        List<Secret> secrets,
        Location location)
        implements ProgramBuild {

    public JvmBuild {
        arguments = List.copyOf(arguments);
        variables = Map.copyOf(variables);
        env = Map.copyOf(env);
        secrets = List.copyOf(secrets);
    }

    private List<String> tasks() {
        return arguments.isEmpty() ? tool.tasks() : arguments;
    }

    @Override
    public String describe() {
        return tool.program() + " " + String.join(" ", tasks()) + (folder.isEmpty() ? "" : " in " + folder);
    }

    @Override
    public void addTo(ObjectNode node) {
        ArrayNode words = node.putArray("args");
        tasks().forEach(words::add);
        node.put("dir", folder).put("artifact", artifact);
        ObjectNode given = node.putObject("env");
        EntryVariables.masked(env).forEach(given::put);
    }

    @Override
    public void preflight(Run run) {
        Environment environment = run.environment();
        if (wrapper(environment).isEmpty() && !isOnPath(environment)) {
            throw failure(FailureKind.ENVIRONMENT)
                    .because("there is neither " + tool.wrapper() + " in the project nor " + tool.program()
                            + " on the PATH")
                    .hint("install " + tool.program() + ", or add its wrapper to the project")
                    .build();
        }
    }

    private boolean isOnPath(Environment environment) {
        String path = Optional.ofNullable(variables.get("PATH"))
                .or(() -> environment.variable("PATH"))
                .orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(environment.resolve(place).resolve(tool.program())));
    }

    /** The wrapper in the folder of the build, or in the project's. */
    private Optional<Path> wrapper(Environment environment) {
        Path project = environment.workingDirectory();
        return Stream.of(project.resolve(folder), project)
                .map(place -> place.resolve(tool.wrapper()).normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public void run(Path place, Run run) throws InterruptedException {
        runs.run(command(run), run, () -> take(place, run));
    }

    private ProjectCommand command(Run run) {
        List<String> words = new ArrayList<>();
        wrapper(run.environment())
                .ifPresentOrElse(
                        // Where it is not executable, as after a checkout on Windows, a shell runs it all the same.
                        script -> words.addAll(List.of("sh", script.toString())),
                        () -> words.add(tool.program()));
        words.addAll(tool.arguments(run.plan().facts().sourceDate()));
        words.addAll(tasks());
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putIfAbsent(
                "SOURCE_DATE_EPOCH",
                Long.toString(run.plan().facts().sourceDate().getEpochSecond()));
        return new ProjectCommand(purpose(), words, folder, all, false, location);
    }

    private void take(Path place, Run run) throws InterruptedException {
        try {
            Result result = result(run);
            run.message(run.environment()
                    .workingDirectory()
                    .relativize(result.file())
                    .toString());
            new ProgramFolder(place, name).take(result, new BootTools(location), run);
        } catch (IOException problem) {
            throw failure(FailureKind.ENVIRONMENT).because(problem).build();
        }
    }

    private Result result(Run run) throws IOException {
        Path project = run.environment().workingDirectory();
        Path build = project.resolve(folder).normalize();
        Results results = new Results(tool);
        List<Result> found = artifact.isEmpty() ? results.ofBuild(build) : results.at(build, artifact);
        for (Result result : found) {
            refuseOutside(result, project);
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        String names = found.stream()
                .map(result -> build.relativize(result.file()).toString())
                .collect(Collectors.joining(", "));
        throw failure(FailureKind.BUILD)
                .because(
                        found.isEmpty()
                                ? "the build left no " + (artifact.isEmpty() ? "jar" : artifact)
                                : "the build left " + found.size() + " programs: " + names)
                .hint(
                        found.isEmpty()
                                ? "set artifact to the jar, from the folder of the build"
                                : "choose one with artifact: a jar, or the folder of its module")
                .build();
    }

    private void refuseOutside(Result result, Path project) {
        try {
            SourceTree.around(project).inside(result.file());
        } catch (OutsideException outside) {
            throw failure(FailureKind.CONFIGURATION).because(outside).build();
        }
    }

    private String purpose() {
        return "build " + describe();
    }

    private ReleaseException.Builder failure(FailureKind kind) {
        return ReleaseException.couldNot(kind, purpose()).at(location);
    }
}
