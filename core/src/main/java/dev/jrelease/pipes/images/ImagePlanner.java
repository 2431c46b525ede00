package dev.jrelease.pipes.images;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.PlatformFields;
import dev.jrelease.pipes.images.BuildRecipe.FileTask;
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

    private final Planning planning;
    private final Problems problems;
    private final ImageNames names;

    ImagePlanner(Planning planning, ImageNames names) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
    }

    List<ImageTask> plan(DockerConfig config) {
        checkUse(config);
        List<ImageTask> images = new ArrayList<>();
        for (Platform platform : new EntryPlatforms(config, planning).all()) {
            TemplateContext context = PlatformFields.add(planning.context(), platform);
            List<ImageName> tags = names.all(config.imageTemplates(), context);
            // With an error nothing is built, and what else is wrong with the image is to be told at once.
            if (!tags.isEmpty() || problems.hasErrors()) {
                images.add(image(config, platform, tags, context));
            }
        }
        return images;
    }

    private void checkUse(DockerConfig config) {
        config.use()
                .filter(use -> !use.equals("docker") && !use.equals("buildx"))
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
                recipe(config, platform, context),
                push,
                config.verifyPlatform().orElse(true),
                Set.of());
    }

    private BuildRecipe recipe(DockerConfig config, Platform platform, TemplateContext context) {
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
                binaries(config, platform),
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

    private List<FileTask> files(DockerConfig config, TemplateContext context) {
        return config.extraFiles().stream()
                .map(file -> new FileTask(
                        file.src().render(context, problems),
                        file.dst().map(template -> template.render(context, problems)),
                        file.location()))
                .filter(file -> !file.source().isEmpty())
                .toList();
    }

    private List<BuildOutput.Binary> binaries(DockerConfig config, Platform platform) {
        List<BuildOutput> outputs = planning.promised(BuildOutput.class);
        config.ids().forEach(id -> checkId(id, config.location(), outputs));
        List<BuildOutput.Binary> matching = outputs.stream()
                .filter(BuildOutput.Binary.class::isInstance)
                .map(BuildOutput.Binary.class::cast)
                .filter(binary -> config.ids().isEmpty() || config.ids().contains(binary.buildId()))
                .filter(binary -> binary.platform().matches(platform))
                .toList();
        for (String id : config.ids()) {
            boolean isBuiltHere = outputs.stream()
                    .anyMatch(output -> output instanceof BuildOutput.Binary
                            && output.buildId().equals(id));
            if (isBuiltHere
                    && matching.stream().noneMatch(binary -> binary.buildId().equals(id))) {
                problems.error(config.location(), "builds entry " + id + " has no program for " + platform);
            }
        }
        return matching;
    }

    private void checkId(String id, Location location, List<BuildOutput> outputs) {
        List<String> known =
                outputs.stream().map(BuildOutput::buildId).distinct().toList();
        if (!known.contains(id)) {
            String hint = Suggestion.didYouMean(id, known)
                    .orElse(known.isEmpty() ? "there is no builds section" : "known are " + String.join(", ", known));
            problems.error(location, "ids: no entry of builds is called " + id, hint);
        }
    }
}
