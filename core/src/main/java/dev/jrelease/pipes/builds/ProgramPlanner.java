package dev.jrelease.pipes.builds;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.config.bind.LazilyBound;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.ProjectCommand;
import dev.jrelease.pipes.builds.command.CommandBuild;
import dev.jrelease.pipes.builds.jvm.BuildRuns;
import dev.jrelease.pipes.builds.jvm.BuildTool;
import dev.jrelease.pipes.builds.jvm.JvmBuild;
import dev.jrelease.pipes.builds.work.ProgramBuild;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.text.LinearPattern;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the programs of an entry that is built here. */
final class ProgramPlanner {
    /** The folder in dist for what builds leave. */
    private static final String BUILDS = "builds/";

    private static final LinearPattern FILE_NAME = LinearPattern.of("[A-Za-z0-9_][A-Za-z0-9._-]*+");

    private final BuildConfig config;
    private final String id;
    private final Planning planning;
    private final Problems problems;

    ProgramPlanner(BuildConfig config, String id, Planning planning) {
        this.config = config;
        this.id = id;
        this.planning = planning;
        this.problems = planning.problems();
    }

    /** A program for every platform. */
    List<ProgramTask> jvm(BuildTool tool, BuildRuns runs) {
        TemplateContext context = planning.context();
        String name = binary(context);
        EntryVariables own = variables(context);
        JvmBuild build = new JvmBuild(
                tool,
                runs,
                name + ".jar",
                config.args().stream()
                        .map(template -> template.render(own.context(), problems))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                dir(own.context()),
                text(config.artifact(), own.context()),
                all(own),
                own.values(),
                own.secrets(),
                config.location());
        return placed(name)
                ? List.of(made(new BuildOutput.Portable(id, place(""), name), "", build))
                : List.of(invalid());
    }

    private ProgramTask invalid() {
        return ProgramTask.invalid(id, config.builder().map(Located::value).orElse(""), config.location());
    }

    /** A program for each platform. */
    List<ProgramTask> command() {
        if (config.cmd().isEmpty()) {
            problems.error(config.location(), "builder command without cmd", "set cmd to the command that builds");
            return List.of(invalid());
        }
        BuildPlatforms platforms = new BuildPlatforms(config);
        if (!platforms.check(problems)) {
            return List.of(invalid());
        }
        List<ProgramTask> all = platforms.all().stream()
                .flatMap(platform -> command(config.cmd().get(), platform).stream())
                .toList();
        return all.isEmpty() ? List.of(invalid()) : all;
    }

    private Optional<ProgramTask> command(Template cmd, Platform platform) {
        TemplateContext ofPlatform = ProgramFields.add(planning.context(), platform);
        String name = binary(ofPlatform);
        String below = "/" + platform.os() + "_" + platform.target() + "/" + name;
        if (!placed(name)) {
            return Optional.empty();
        }
        EntryVariables own =
                variables(ofPlatform.with(Map.of("Path", place(below).toString(), "Name", name)));
        String command = cmd.render(own.context(), problems);
        String shell = text(config.shell(), own.context());
        ProjectCommand run = new ProjectCommand(
                "build " + id + " for " + platform,
                words(command, shell, cmd),
                dir(own.context()),
                all(own),
                false,
                config.location());
        ProgramBuild build =
                new CommandBuild(command, run, own.values(), own.secrets(), text(config.artifact(), own.context()));
        return Optional.of(made(new BuildOutput.Binary(id, platform, place(below), name), below, build));
    }

    private List<String> words(String command, String shell, Template written) {
        try {
            return ProjectCommand.words(command, shell);
        } catch (IllegalArgumentException refused) {
            problems.error(written.location(), "the command cannot be parsed: " + refused.getMessage());
            return List.of();
        }
    }

    private ProgramTask made(BuildOutput output, String below, ProgramBuild build) {
        return new ProgramTask(output, Optional.of(build), Optional.of(BUILDS + id + below), config.location());
    }

    /** Whether the names can be those of files. */
    private boolean placed(String name) {
        Location entry = config.location();
        Map<String, Location> words = new LinkedHashMap<>();
        words.put(id, config.id().map(Located::location).orElse(entry));
        words.putIfAbsent(
                name, config.binary().map(binary -> binary.value().location()).orElse(entry));
        for (String word : words.keySet()) {
            // A name that a check does not know is shown as the file writes it.
            if (!word.contains("{{") && !FILE_NAME.matches(word)) {
                problems.error(
                        words.getOrDefault(word, entry),
                        "'" + word + "' cannot be the name of a program that is built",
                        "use letters, digits, '.', '_' and '-'");
                return false;
            }
        }
        return true;
    }

    private Path place(String below) {
        return Path.of(planning.project().distFolder(), BUILDS + id + below);
    }

    private String binary(TemplateContext context) {
        return config.binary()
                .map(template -> template.value().render(context, problems))
                .orElse(planning.projectName());
    }

    private EntryVariables variables(TemplateContext context) {
        List<Template> items = config.env().map(LazilyBound::value).orElse(List.of());
        return EntryVariables.of(items, context, problems);
    }

    private Map<String, String> all(EntryVariables own) {
        Map<String, String> all = new LinkedHashMap<>(planning.variables());
        all.putAll(own.values());
        return all;
    }

    private String dir(TemplateContext context) {
        return text(config.dir().map(LazilyBound::value), context);
    }

    private String text(Optional<Template> template, TemplateContext context) {
        return template.map(text -> text.render(context, problems).strip()).orElse("");
    }
}
