package dev.jrelease.pipes.images;

import dev.jrelease.artifact.BuildOutput;
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
import java.util.Set;

/** Plans the images of one entry of {@code dockers}, one for each of its platforms. */
final class ImagePlanner {
    private static final String LABEL = "org.opencontainers.image.";
    private static final Platform MADE_UP = Platform.of("linux", "amd64");

    private final Planning planning;
    private final Problems problems;
    private final ImageNames names;
    private final ImagePrograms programs;

    ImagePlanner(Planning planning, ImageNames names) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
        this.programs = new ImagePrograms(planning.promised(BuildOutput.class), problems);
    }

    List<ImageTask> plan(DockerConfig config) {
        checkUse(config);
        List<ImageTask> images = new ArrayList<>();
        EntryPlatforms platforms = new EntryPlatforms(config, planning);
        for (Platform platform : platforms.all()) {
            TemplateContext context = PlatformFields.add(planning.context(), platform);
            List<ImageName> tags = names.all(config.imageTemplates(), context);
            // With an error nothing is built, and what else is wrong with the image is to be told at once.
            if (!tags.isEmpty() || problems.hasErrors()) {
                images.add(image(config, platform, tags, context));
            }
        }
        if (!platforms.isComplete()) {
            lookFurther(config);
        }
        return images;
    }

    /** Tells what else is wrong with an entry whose platforms are not all known: what does not depend on them. */
    private void lookFurther(DockerConfig config) {
        TemplateContext context = PlatformFields.add(planning.context(), MADE_UP);
        names.forgo(config.imageTemplates());
        names.all(config.imageTemplates(), context);
        programs.checkNames(config);
        recipe(config, List.of(), context);
        SkipPush.allows(config.skipPush(), context, planning);
    }

    private void checkUse(DockerConfig config) {
        config.use()
                .filter(use -> use.equals("podman"))
                .ifPresent(use -> problems.error(
                        config.location(),
                        "use: " + use + " is not supported",
                        "docker and buildx are, both through BuildKit"));
        if (config.imageTemplates().isEmpty()) {
            problems.error(config.location(), "image_templates is empty", "give the image at least one name");
        }
    }

    private ImageTask image(DockerConfig config, Platform platform, List<ImageName> tags, TemplateContext context) {
        boolean push = SkipPush.allows(config.skipPush(), context, planning);
        return new ImageTask(
                new ImageKey(config.location(), platform),
                config.id().orElse(planning.projectName()),
                tags,
                recipe(config, programs.of(config, platform), context),
                push,
                config.verifyPlatform().orElse(true),
                Set.of());
    }

    private BuildRecipe recipe(DockerConfig config, List<BuildOutput.Binary> binaries, TemplateContext context) {
        BuildFlags flags = BuildFlags.parse(config.buildFlagTemplates(), context, planning);
        Map<String, String> arguments = render(config.buildArgs(), context);
        arguments.putAll(flags.buildArgs());
        Map<String, String> labels = render(config.labels(), context);
        labels.putAll(flags.labels());
        addStandardLabels(labels);
        String target = config.target()
                .map(template -> template.render(context, problems))
                .orElse(flags.target());
        return new BuildRecipe(
                config.dockerfile()
                        .map(template -> template.render(context, problems))
                        .orElse("Dockerfile"),
                config.dockerfile().map(Template::location).orElse(config.location()),
                files(config, context),
                binaries,
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

    private List<ExtraFile> files(DockerConfig config, TemplateContext context) {
        return config.extraFiles().stream()
                .map(file -> new ExtraFile(
                        file.src().render(context, problems),
                        file.dst().map(template -> template.render(context, problems)),
                        file.location()))
                .filter(file -> !file.src().isEmpty())
                .toList();
    }
}
