package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.context.ExtraFile;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.flags.BuildArgs;
import dev.jrelease.pipes.images.flags.BuildFlags;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.BranchCheck;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Plans the builds of an entry's images. */
final class RecipePlanner {
    private static final String LABEL = "org.opencontainers.image.";

    private final Planning planning;
    private final Problems problems;
    private final TemplatedFiles templated;
    private final String created;

    RecipePlanner(Planning planning, BranchCheck branchesOfFiles) {
        this.planning = planning;
        this.problems = planning.problems();
        this.templated = TemplatedFiles.of(planning, branchesOfFiles);
        this.created = DateTimeFormatter.ISO_INSTANT.format(planning.facts().sourceDate());
    }

    /**
     *
     * @param programs of all entries
     * @param binaries of the image
     */
    BuildRecipe plan(
            ImageEntry entry, ImagePrograms programs, List<BuildOutput.Program> binaries, TemplateContext context) {
        BuildFlags flags = BuildFlags.parse(entry.recipe().flags(), context, planning);
        Map<String, String> arguments = TemplatePairs.fill(entry.recipe().buildArgs(), context, problems);
        entry.recipe()
                .buildArgs()
                .keySet()
                .forEach(name -> BuildArgs.warn(
                        name.source(), arguments.getOrDefault(name.source(), ""), name.location(), problems));
        arguments.putAll(flags.buildArgs());
        Map<String, String> labels = TemplatePairs.fill(entry.recipe().labels(), context, problems);
        labels.putAll(flags.labels());
        addStandardLabels(labels);
        String target = entry.recipe()
                .target()
                .map(template -> template.render(context, problems))
                .orElse(flags.target());
        return new BuildRecipe(
                entry.recipe()
                        .anyDockerfile()
                        .map(template -> template.render(context, problems))
                        .orElse("Dockerfile"),
                entry.dockerfileLocation(),
                files(entry, context),
                binaries,
                templated.dockerfile(entry.recipe().templatedDockerfile(), context),
                templated.files(entry.recipe().templatedExtraFiles(), context),
                programs.unmade(entry),
                programs.areLacking(),
                arguments,
                labels,
                target,
                flags.options());
    }

    private void addStandardLabels(Map<String, String> labels) {
        labels.putIfAbsent(LABEL + "version", planning.version());
        labels.putIfAbsent(LABEL + "revision", planning.facts().commit());
        labels.putIfAbsent(LABEL + "created", created);
    }

    private List<ExtraFile> files(ImageEntry entry, TemplateContext context) {
        return entry.recipe().extraFiles().stream()
                .map(file -> new ExtraFile(
                        file.src().render(context, problems),
                        file.dst().map(template -> template.render(context, problems)),
                        file.location()))
                .filter(file -> !file.src().isEmpty())
                .toList();
    }
}
