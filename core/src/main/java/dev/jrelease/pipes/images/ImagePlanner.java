package dev.jrelease.pipes.images;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.PlatformFields;
import dev.jrelease.pipes.images.context.ExtraFile;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the images of one entry, one for each of its platforms. */
final class ImagePlanner {
    private static final String LABEL = "org.opencontainers.image.";
    private static final Platform MADE_UP = Platform.of("linux", "amd64");

    private final Planning planning;
    private final Problems problems;
    private final ImageNames names;
    private final ImagePrograms programs;
    private final TemplatedFiles templated;

    /** @param others ids that are those of no program */
    ImagePlanner(Planning planning, ImageNames names, OtherIds others) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
        this.programs = new ImagePrograms(planning, others);
        this.templated = TemplatedFiles.of(planning);
    }

    List<ImageTask> plan(ImageEntry entry) {
        List<ImageTask> images = new ArrayList<>();
        EntryPlatforms platforms = new EntryPlatforms(entry, planning);
        for (Platform platform : platforms.all()) {
            TemplateContext context = PlatformFields.add(entry.context(), platform);
            Optional<Location> leftOutBy = leftOutBy(entry, context);
            if (leftOutBy.isPresent()) {
                names.leaveOut(entry.imageTemplates(), context, leftOutBy.get());
                lookIfMadeUp(entry, platform, context);
                continue;
            }
            List<ImageName> tags = names.all(entry.imageTemplates(), context);
            // With an error nothing is built, and what else is wrong with the image is to be told at once.
            if (!tags.isEmpty() || problems.hasErrors()) {
                images.add(image(entry, platform, tags, context));
            }
        }
        if (!platforms.isComplete()) {
            lookFurther(entry);
        }
        return images;
    }

    private Optional<Location> leftOutBy(ImageEntry entry, TemplateContext context) {
        return entry.inclusion().leftOutBy(context, problems).or(() -> programs.leaveOut(entry));
    }

    /** Where every variable is made up, a condition says nothing: a mistake is one all the same. */
    private void lookIfMadeUp(ImageEntry entry, Platform platform, TemplateContext context) {
        if (planning.facts().madeUp()) {
            image(entry, platform, names.all(entry.imageTemplates(), context), context);
        }
    }

    /** Tells what else is wrong with an entry whose platforms are not all known: what does not depend on them. */
    private void lookFurther(ImageEntry entry) {
        TemplateContext context = PlatformFields.add(entry.context(), MADE_UP);
        names.forgo(entry.imageTemplates());
        names.all(entry.imageTemplates(), context);
        programs.checkNames(entry);
        recipe(entry, List.of(), context);
        SkipPush.allows(entry.skipPush(), context, planning);
    }

    private ImageTask image(ImageEntry entry, Platform platform, List<ImageName> tags, TemplateContext context) {
        boolean push = SkipPush.allows(entry.skipPush(), context, planning);
        return new ImageTask(
                new ImageKey(entry.location(), entry.combination(), platform),
                entry.id(),
                tags,
                recipe(entry, programs.of(entry, platform), context),
                push,
                entry.verified(),
                Set.of());
    }

    private BuildRecipe recipe(ImageEntry entry, List<BuildOutput.Binary> binaries, TemplateContext context) {
        BuildFlags flags = BuildFlags.parse(entry.flags(), context, planning);
        Map<String, String> arguments = render(entry.buildArgs(), context);
        arguments.putAll(flags.buildArgs());
        entry.buildArgs().forEach((name, value) -> BuildArgs.warn(name, value.location(), problems));
        Map<String, String> labels = render(entry.labels(), context);
        labels.putAll(flags.labels());
        addStandardLabels(labels);
        String target = entry.target()
                .map(template -> template.render(context, problems))
                .orElse(flags.target());
        Optional<Template> dockerfile = entry.templatedDockerfile().or(entry::dockerfile);
        return new BuildRecipe(
                dockerfile.map(template -> template.render(context, problems)).orElse("Dockerfile"),
                dockerfile.map(Template::location).orElse(entry.location()),
                files(entry, context),
                binaries,
                templated.dockerfile(entry.templatedDockerfile(), context),
                templated.files(entry.templatedExtraFiles(), context),
                programs.unmade(entry),
                arguments,
                labels,
                target,
                flags.options());
    }

    private Map<String, String> render(Map<String, Template> templates, TemplateContext context) {
        Map<String, String> rendered = new LinkedHashMap<>();
        templates.forEach((key, template) -> rendered.put(key, template.render(context, problems)));
        return rendered;
    }

    private void addStandardLabels(Map<String, String> labels) {
        labels.putIfAbsent(LABEL + "version", planning.version());
        labels.putIfAbsent(LABEL + "revision", planning.facts().git().state().commit());
        labels.putIfAbsent(
                LABEL + "created",
                DateTimeFormatter.ISO_INSTANT.format(planning.facts().sourceDate()));
    }

    private List<ExtraFile> files(ImageEntry entry, TemplateContext context) {
        return entry.extraFiles().stream()
                .map(file -> new ExtraFile(
                        file.src().render(context, problems),
                        file.dst().map(template -> template.render(context, problems)),
                        file.location()))
                .filter(file -> !file.src().isEmpty())
                .toList();
    }
}
