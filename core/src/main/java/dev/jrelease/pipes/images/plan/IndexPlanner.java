package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.DockerManifestConfig;
import dev.jrelease.pipes.images.entry.DockerManifestConfig.PlatformOverride;
import dev.jrelease.pipes.images.entry.Inclusion;
import dev.jrelease.pipes.images.entry.Matrix;
import dev.jrelease.pipes.images.entry.Naming;
import dev.jrelease.pipes.images.entry.SkipPush;
import dev.jrelease.pipes.images.plan.AnnotationKey.Scope;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.ArrayList;
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
    private final List<String> known = new ArrayList<>();

    /** @param planned indexes that may be named as well, whose images are taken over */
    IndexPlanner(Planning planning, ImageNames names, List<ImageTask> images, List<IndexTask> planned) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
        for (ImageTask image : images) {
            image.names()
                    .forEach(name -> built.put(
                            name.reference(),
                            IndexChild.Built.named(image.key(), name, name.location(), Optional.empty())));
        }
        built.values().forEach(image -> known.add(image.text()));
        planned.forEach(this::add);
    }

    private void add(IndexTask index) {
        indexes.put(index.name().reference(), index.children());
        known.add(index.name().text());
    }

    /** One index for each combination of the values of its {@code matrix}. */
    List<IndexTask> plan(DockerManifestConfig config) {
        config.use().ifPresent(this::checkUse);
        return new Matrix(config.matrix(), config.location())
                .combinations(planning).stream()
                        .map(combination -> combination.on(planning.context()))
                        .flatMap(context -> plan(config, context).stream())
                        .toList();
    }

    private void checkUse(Located<String> use) {
        if (use.value().equals("podman") || use.value().equals("buildx")) {
            problems.warning(use.location(), "use: " + use + " makes no difference: indexes are made here");
        }
    }

    private Optional<IndexTask> plan(DockerManifestConfig config, TemplateContext context) {
        Inclusion inclusion = new Inclusion(config.condition(), Optional.empty());
        Optional<Location> by = inclusion.leftOutBy(context, problems);
        if (by.isEmpty()) {
            return index(config, context);
        }
        boolean guess = inclusion.isGuess(context);
        names.leaveOut(new Naming.Separate(List.of(config.nameTemplate())), context, new LeftOut(by.get(), guess));
        if (guess) {
            // A condition that was made up says nothing: a mistake is one all the same.
            Optional<IndexTask> unused = index(config, context);
        } else {
            config.templates().forEach(template -> template.lookOnly(context, problems));
        }
        return Optional.empty();
    }

    private Optional<IndexTask> index(DockerManifestConfig config, TemplateContext context) {
        boolean insecure = insecure(config, context);
        Optional<ImageName> name = names.published(config.nameTemplate(), context);
        if (config.nameTemplate().filled(context, problems).isEmpty()) {
            lookFurther(config, context);
        }
        if (name.isEmpty()
                || !SkipPush.allows(config.skipPush(), context, planning)
                || !hasChildren(config, name.get(), context)) {
            return Optional.empty();
        }
        List<IndexChild> children = children(config, context);
        SamePlatform.report(name.get(), children, problems);
        IndexTask index = new IndexTask(
                config.id().orElse(""),
                Kind.MANIFEST,
                name.get(),
                children,
                annotations(config, context),
                true,
                insecure);
        add(index);
        return Optional.of(index);
    }

    /** Tells what else is wrong with an entry whose name is not known. */
    private void lookFurther(DockerManifestConfig config, TemplateContext context) {
        SkipPush.allows(config.skipPush(), context, planning);
        children(config, context);
        annotations(config, context);
    }

    private boolean hasChildren(DockerManifestConfig config, ImageName name, TemplateContext context) {
        if (config.imageTemplates().isEmpty()) {
            problems.error(config.location(), "image_templates is empty", "name the images that the index combines");
            return false;
        }
        boolean some = config.imageTemplates().stream()
                .anyMatch(template -> !template.render(context, problems).isBlank());
        if (!some) {
            problems.warning(
                    config.location(), name.text() + " is left out: every name in its image_templates is empty");
        }
        return some;
    }

    private Map<String, String> annotations(DockerManifestConfig config, TemplateContext context) {
        Map<String, String> annotations = new LinkedHashMap<>();
        Pairs.sorted(config.annotations())
                .forEach((key, value) -> Pairs.fill(Map.of(key, value), context, problems)
                        .forEach((name, text) -> AnnotationKey.parse(name, Scope.INDEX)
                                .forEach(place -> {
                                    place.check(key.location(), problems);
                                    if (!place.isOfIndex()) {
                                        problems.error(
                                                key.location(),
                                                "the annotation " + place.key() + " is not of the index",
                                                "write it into the entry of the image");
                                    }
                                    annotations.put(place.key(), text);
                                })));
        return annotations;
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

    private List<IndexChild> children(DockerManifestConfig config, TemplateContext context) {
        Annotations annotations = new Annotations(config, names, context, problems);
        List<IndexChild> children = config.imageTemplates().stream()
                .flatMap(template -> children(template, config, annotations, context))
                .distinct()
                .toList();
        boolean allNamed = config.imageTemplates().stream()
                .allMatch(template -> template.filled(context, problems).isPresent());
        if (allNamed) {
            annotations.refuseOthers(images(config, context));
        }
        return children;
    }

    /** Its children by name, without those that are indexes: what is said of a platform is said of an image. */
    private List<ImageName> images(DockerManifestConfig config, TemplateContext context) {
        return config.imageTemplates().stream()
                .flatMap(template -> names.one(template, context).stream())
                .filter(name -> !indexes.containsKey(name.reference()))
                .toList();
    }

    private Stream<IndexChild> children(
            Template template, DockerManifestConfig config, Annotations annotations, TemplateContext context) {
        Optional<ImageName> name = names.one(template, context);
        if (name.isEmpty()) {
            return Stream.empty();
        }
        ImageReference reference = name.get().reference();
        Optional<PlatformOverride> override = annotations.of(reference);
        IndexChild.Built image = built.get(reference);
        if (image != null) {
            return Stream.of(
                    new IndexChild.Built(image.image(), image.text(), image.name(), template.location(), override));
        }
        if (indexes.containsKey(reference)) {
            return indexes.get(reference).stream();
        }
        if (reference.digest().isPresent() || config.external()) {
            return Stream.of(new IndexChild.External(name.get().text(), reference, template.location(), override));
        }
        Optional<LeftOut> leftOut = names.leftOut(name.get());
        if (leftOut.isPresent()) {
            reportLeftOut(name.get(), leftOut.get(), template);
        } else if (!names.mayBeGuessed(template)) {
            reportUnknown(name.get(), template);
        }
        return Stream.empty();
    }

    /** Leaving it out here as well would make an index that lacks a platform, and nobody asked for that. */
    private void reportLeftOut(ImageName name, LeftOut why, Template template) {
        if (!why.guess()) {
            problems.error(
                    template.location(),
                    name.text() + " is left out in line " + why.by().line(),
                    "let its name be empty here in the same case, {{ if … }}" + template.source()
                            + "{{ end }}, or give the index an if, too");
        }
    }

    private void reportUnknown(ImageName name, Template template) {
        problems.error(
                template.location(),
                "no entry of dockers produces " + name.text(),
                names.unknown(name)
                        .map(broken -> "what is wrong with " + broken + " may be why")
                        .or(() -> Suggestion.didYouMean(name.text(), known))
                        .orElse("pin it by @sha256:… or say external: true if something else pushes it"));
    }
}
