package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.flags.Attestations;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Converts the entries of all sections to {@link ImageEntry}. */
public record ImageEntries(Planning planning) {
    private static final List<String> DEFAULT_PLATFORMS = List.of("linux/amd64", "linux/arm64");
    private static final String DEFAULT_TAG = "{{ .Tag }}";

    public List<ImageEntry> of(ImagesConfig config) {
        return Stream.concat(
                        config.dockers().stream().flatMap(this::of),
                        config.dockersV2().stream().flatMap(this::of))
                .toList();
    }

    private Stream<ImageEntry> of(DockerConfig config) {
        Problems problems = planning.problems();
        checkUse(config, problems);
        Optional<Template> flag = config.pushFlags().stream().findFirst();
        flag.ifPresent(first -> problems.warning(first.location(), "'push_flags' has no effect on images"));
        checkDockerfile(said(config.dockerfile()), said(config.templatedDockerfile()));
        List<Template> names = new DeprecatedKeys(config, problems).imageTemplates();
        checkNames(config, names);
        if (names.isEmpty() && config.images().isEmpty()) {
            return Stream.empty();
        }
        NameTemplates nameTemplates = config.images().isEmpty()
                ? new NameTemplates.Separate(names)
                : together(config.images(), config.tags(), config.format(), config.location());
        return new Matrix(config.matrix(), config.location())
                .combinations(planning).stream().map(combination -> of(config, nameTemplates, combination));
    }

    private ImageEntry of(DockerConfig config, NameTemplates nameTemplates, Combination combination) {
        TemplateContext context = combination.on(planning.context());
        return new ImageEntry(
                config.location(),
                combination,
                context,
                new EntryCondition(config.condition(), config.skipBuild()),
                id(config.id(), context),
                config.ids(),
                new PlatformKeys(config.platforms(), config.goos(), config.goarch(), config.goarm(), config.goamd64()),
                nameTemplates,
                new EntryRecipe(
                        said(config.dockerfile()),
                        said(config.templatedDockerfile()),
                        config.extraFiles(),
                        config.templatedExtraFiles(),
                        config.buildFlagTemplates(),
                        config.buildArgs(),
                        config.labels(),
                        config.annotations(),
                        config.target(),
                        false),
                config.skipPush(),
                config.verifyPlatform().orElse(true),
                config.tagRule());
    }

    private Stream<ImageEntry> of(DockerV2Config config) {
        checkDockerfile(said(config.dockerfile()), said(config.templatedDockerfile()));
        EntryCondition inclusion = new EntryCondition(config.condition(), config.disable());
        boolean made =
                inclusion.decide(planning.context(), new Problems()).leftOutBy().isEmpty();
        config.sbom()
                .filter(sbom -> sbom.holds(planning.context(), planning.problems()) && made)
                .ifPresent(sbom -> Attestations.notMade("sbom", sbom.location(), planning));
        return new Matrix(config.matrix(), config.location())
                .combinations(planning).stream().map(combination -> of(config, inclusion, combination));
    }

    private ImageEntry of(DockerV2Config config, EntryCondition inclusion, Combination combination) {
        TemplateContext context = combination.on(planning.context());
        return new ImageEntry(
                config.location(),
                combination,
                context,
                inclusion,
                id(config.id(), context),
                config.ids(),
                PlatformKeys.of(config.platforms().isEmpty() ? defaultPlatforms(config) : config.platforms()),
                together(config.images(), config.tags(), config.format(), config.location()),
                new EntryRecipe(
                        said(config.dockerfile()),
                        said(config.templatedDockerfile()),
                        config.extraFiles(),
                        config.templatedExtraFiles(),
                        config.flags(),
                        config.buildArgs(),
                        config.labels(),
                        config.annotations(),
                        config.target(),
                        true),
                config.skipPush(),
                config.verifyPlatform().orElse(true),
                config.tagRule());
    }

    private String id(Optional<Template> id, TemplateContext context) {
        return said(id).map(said -> said.render(context, planning.problems())).orElse(planning.projectName());
    }

    private static Optional<Template> said(Optional<Template> template) {
        return template.filter(text -> !text.isEmpty());
    }

    private static List<Template> defaultPlatforms(DockerV2Config config) {
        return DEFAULT_PLATFORMS.stream()
                .map(platform -> Template.literal(platform, config.location()))
                .toList();
    }

    private NameTemplates together(
            List<Template> images, List<Template> tags, Located<IndexFormat> format, Location location) {
        return new NameTemplates.Together(
                images,
                tags.isEmpty() ? List.of(Template.parse(DEFAULT_TAG, location, planning.problems())) : tags,
                format);
    }

    private static void checkUse(DockerConfig config, Problems problems) {
        config.use()
                .filter(use -> use.value().equals("podman"))
                .ifPresent(use ->
                        problems.warning(use.location(), "use: podman has no effect: BuildKit builds the image"));
    }

    private void checkNames(DockerConfig config, List<Template> names) {
        Problems problems = planning.problems();
        if (config.images().isEmpty() && config.format().value() != IndexFormat.AUTO) {
            problems.error(
                    config.format().location(),
                    "format without images: image_templates make no index",
                    "set format in the entry of docker_manifests that combines the images");
        }
        if (!names.isEmpty() && !config.images().isEmpty()) {
            problems.error(
                    config.images().getFirst().location(),
                    "images and image_templates exclude each other",
                    "use images and tags for common names, or image_templates for names per platform");
        } else if (config.images().isEmpty() && !config.tags().isEmpty()) {
            problems.addConsequence(
                    Problem.error(
                            config.tags().getFirst().location(),
                            "tags without images",
                            "add images: the repositories of the tags"),
                    new Cause.Mistyped(config.location(), Set.of("images")));
        } else if (names.isEmpty() && config.images().isEmpty()) {
            problems.addConsequence(
                    Problem.warning(
                            config.location(),
                            "the entry is left out: image_templates is empty",
                            "give the image at least one name"),
                    new Cause.Mistyped(config.location(), Set.of("image_templates", "images")));
        }
    }

    /** GoReleaser documents which of the two has priority. */
    private void checkDockerfile(Optional<Template> dockerfile, Optional<Template> templated) {
        if (dockerfile.isPresent()) {
            templated.ifPresent(taken -> planning.notFollowed(
                    taken.location(), "templated_dockerfile has priority over dockerfile", "remove one of them"));
        }
    }
}
