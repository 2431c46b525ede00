package dev.jrelease.pipes.images;

import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.DockerManifestConfig.PlatformOverride;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plans the index of one entry of {@code docker_manifests}. */
final class IndexPlanner {
    private static final Set<String> INSECURE = Set.of("--insecure", "--insecure=true");
    private static final Set<String> WITHOUT_MEANING = Set.of("--amend", "-a", "--purge", "-p", "--insecure=false");

    private final Planning planning;
    private final Problems problems;
    private final ImageNames names;
    private final Map<ImageReference, IndexChild.Built> built = new LinkedHashMap<>();
    private final Map<ImageReference, List<IndexChild>> indexes = new LinkedHashMap<>();

    IndexPlanner(Planning planning, ImageNames names, List<ImageTask> images) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
        for (ImageTask image : images) {
            image.names()
                    .forEach(name -> built.put(
                            name.reference(),
                            new IndexChild.Built(image.key(), name, name.location(), Optional.empty())));
        }
    }

    Optional<IndexTask> plan(DockerManifestConfig config) {
        TemplateContext context = planning.context();
        boolean insecure = insecure(config, context);
        Optional<ImageName> name = names.published(config.nameTemplate(), context);
        if (config.nameTemplate().filled(context, problems).isEmpty()) {
            lookFurther(config);
        }
        if (name.isEmpty()
                || !SkipPush.allows(config.skipPush(), context, planning)
                || !hasChildren(config, name.get())) {
            return Optional.empty();
        }
        List<IndexChild> children = children(config);
        SamePlatform.report(name.get(), children, problems);
        indexes.put(name.get().reference(), children);
        return Optional.of(new IndexTask(config.id().orElse(""), name.get(), children, insecure));
    }

    /** Tells what else is wrong with an entry whose name is not known. */
    private void lookFurther(DockerManifestConfig config) {
        SkipPush.allows(config.skipPush(), planning.context(), planning);
        children(config);
    }

    private boolean hasChildren(DockerManifestConfig config, ImageName name) {
        if (config.imageTemplates().isEmpty()) {
            problems.error(config.location(), "image_templates is empty", "name the images that the index combines");
            return false;
        }
        boolean some = config.imageTemplates().stream()
                .anyMatch(template ->
                        !template.render(planning.context(), problems).isBlank());
        if (!some) {
            problems.warning(
                    config.location(), name.text() + " is left out: every name in its image_templates is empty");
        }
        return some;
    }

    private boolean insecure(DockerManifestConfig config, TemplateContext context) {
        boolean insecure = config.insecure();
        for (Template template : Stream.concat(config.createFlags().stream(), config.pushFlags().stream())
                .toList()) {
            String flag = template.render(context, problems).strip();
            insecure |= INSECURE.contains(flag);
            if (!flag.isEmpty() && !INSECURE.contains(flag) && !WITHOUT_MEANING.contains(flag)) {
                problems.error(
                        template.location(),
                        "flag " + flag + " is not supported",
                        "--insecure, --amend and --purge are");
            }
        }
        return insecure;
    }

    private List<IndexChild> children(DockerManifestConfig config) {
        Annotations annotations = new Annotations(config, names, planning);
        List<IndexChild> children = config.imageTemplates().stream()
                .flatMap(template -> children(template, config, annotations))
                .distinct()
                .toList();
        boolean allNamed = config.imageTemplates().stream()
                .allMatch(template ->
                        template.filled(planning.context(), problems).isPresent());
        if (allNamed) {
            annotations.refuseOthers(images(config));
        }
        return children;
    }

    /** Its children by name, without those that are indexes: what is said of a platform is said of an image. */
    private List<ImageName> images(DockerManifestConfig config) {
        return config.imageTemplates().stream()
                .flatMap(template -> names.one(template, planning.context()).stream())
                .filter(name -> !indexes.containsKey(name.reference()))
                .toList();
    }

    private Stream<IndexChild> children(Template template, DockerManifestConfig config, Annotations annotations) {
        Optional<ImageName> name = names.one(template, planning.context());
        if (name.isEmpty()) {
            return Stream.empty();
        }
        ImageReference reference = name.get().reference();
        Optional<PlatformOverride> override = annotations.of(reference);
        IndexChild.Built image = built.get(reference);
        if (image != null) {
            return Stream.of(new IndexChild.Built(image.image(), image.name(), template.location(), override));
        }
        if (indexes.containsKey(reference)) {
            return indexes.get(reference).stream();
        }
        if (reference.digest().isPresent() || config.external()) {
            return Stream.of(new IndexChild.External(name.get().text(), reference, template.location(), override));
        }
        if (!names.mayBeUnknown(name.get())) {
            reportUnknown(name.get(), template);
        }
        return Stream.empty();
    }

    private void reportUnknown(ImageName name, Template template) {
        List<String> known = built.values().stream().map(IndexChild.Built::text).toList();
        problems.error(
                template.location(),
                "no entry of dockers produces " + name.text(),
                Suggestion.didYouMean(name.text(), known)
                        .orElse("pin it by @sha256:… or say external: true if something else pushes it"));
    }
}
