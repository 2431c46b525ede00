package dev.jrelease.pipes.images;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the entries of every section into the one form that images are planned from. */
record ImageEntries(Planning planning) {
    private static final List<String> BUILT_HERE = List.of("docker", "buildx");

    List<ImageEntry> of(ImagesConfig config) {
        return config.dockers().stream().flatMap(this::of).toList();
    }

    private Stream<ImageEntry> of(DockerConfig config) {
        check(config, planning.problems());
        List<Template> names = new FormerKeys(config, planning.problems()).imageTemplates();
        if (names.isEmpty()) {
            planning.problems()
                    .error(config.location(), "image_templates is empty", "give the image at least one name");
        }
        return new Matrix(config.matrix(), config.location())
                .combinations(planning).stream().map(combination -> of(config, names, combination));
    }

    private ImageEntry of(DockerConfig config, List<Template> names, Combination combination) {
        TemplateContext context = combination.on(planning.context());
        return new ImageEntry(
                config.location(),
                combination,
                context,
                new Inclusion(config.condition(), config.skipBuild()),
                config.id()
                        .filter(id -> !id.isEmpty())
                        .map(id -> id.render(context, planning.problems()))
                        .orElse(planning.projectName()),
                config.ids(),
                new AskedPlatforms(
                        config.platforms(), config.goos(), config.goarch(), config.goarm(), config.goamd64()),
                names,
                config.dockerfile().filter(file -> !file.isEmpty()),
                config.templatedDockerfile().filter(file -> !file.isEmpty()),
                config.extraFiles(),
                config.templatedExtraFiles(),
                config.buildFlagTemplates(),
                config.buildArgs(),
                config.labels(),
                config.target(),
                config.skipPush(),
                config.verifyPlatform().orElse(true));
    }

    private static void check(DockerConfig config, Problems problems) {
        config.use().filter(use -> !use.value().isEmpty()).ifPresent(use -> {
            if (use.value().equals("podman")) {
                problems.warning(use.location(), "use: podman makes no difference: BuildKit builds the same image");
            } else if (!BUILT_HERE.contains(use.value())) {
                problems.error(
                        use.location(),
                        "use: " + use + " is not supported",
                        "docker and buildx are, both through BuildKit");
            }
        });
        Optional<Template> flag = config.pushFlags().stream().findFirst();
        flag.ifPresent(first -> problems.warning(first.location(), "'push_flags' have no effect on images"));
        if (config.dockerfile().isPresent()) {
            config.templatedDockerfile().ifPresent(templated -> tellTwo(templated, problems));
        }
    }

    /** GoReleaser documents which of the two it takes. */
    private static void tellTwo(Template templated, Problems problems) {
        String message = "templated_dockerfile is taken, and dockerfile is not";
        if (ConfigFile.isGoReleaser(templated.location().file())) {
            problems.warning(templated.location(), message, "leave dockerfile out");
        } else {
            problems.error(
                    templated.location(), "dockerfile and templated_dockerfile exclude each other", "keep one of them");
        }
    }
}
