package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Access;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.DockerManifestConfig;
import dev.jrelease.pipes.images.entry.EntryCondition;
import dev.jrelease.pipes.images.entry.EntryCondition.Presence;
import dev.jrelease.pipes.images.entry.Matrix;
import dev.jrelease.pipes.images.entry.NameTemplates;
import dev.jrelease.pipes.images.entry.SkipPush;
import dev.jrelease.pipes.images.plan.AnnotationKey.Scope;
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
    private final IndexChildren children;
    private final MissingPlatforms missing;
    private final MissingSiblings siblings;

    /**
     *
     * @param planned indexes that may be children, too; their images are used
     */
    IndexPlanner(Planning planning, ImageNames names, List<ImageTask> images, List<IndexTask> planned) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
        this.children = new IndexChildren(names, problems, images, planned);
        this.missing = new MissingPlatforms(images, problems);
        this.siblings = new MissingSiblings(problems);
    }

    /** Reports what only all indexes together show. */
    void finish(List<ImageTask> images) {
        siblings.report(images);
    }

    /** One index for each combination of its {@code matrix}. */
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
            problems.warning(use.location(), "use: " + use + " has no effect: jrelease makes indexes itself");
        }
    }

    private Optional<IndexTask> plan(DockerManifestConfig config, TemplateContext context) {
        EntryCondition inclusion = new EntryCondition(config.condition(), Optional.empty());
        EntryCondition.Decision decision = inclusion.decide(context, problems);
        if (decision.leftOutBy().isEmpty()) {
            return index(config, context, decision.presence() == Presence.UNKNOWN);
        }
        names.leaveOut(
                new NameTemplates.Separate(List.of(config.nameTemplate())),
                context,
                decision.leftOutBy().get());
        config.templates().forEach(template -> template.checkNames(context, problems));
        return Optional.empty();
    }

    private Optional<IndexTask> index(DockerManifestConfig config, TemplateContext context, boolean perhaps) {
        Access access = access(config, context);
        Optional<ImageName> name =
                names.published(config.nameTemplate(), context).map(text -> text.with(config.tagRule(access)));
        if (config.nameTemplate().rendered(context, problems).isEmpty()) {
            checkRest(config, context);
        }
        if (name.isEmpty()
                || !SkipPush.allows(config.skipPush(), context, planning)
                || !hasChildren(config, name.get(), context)) {
            return Optional.empty();
        }
        IndexChildren.Named named = children.of(config, context);
        DuplicatePlatforms.report(name.get(), named.children(), problems);
        missing.report(name.get(), named);
        siblings.add(name.get(), named, perhaps);
        IndexTask index = new IndexTask(
                config.id().map(Located::value).orElse(""),
                Kind.MANIFEST,
                name.get(),
                List.of(name.get()),
                named.children(),
                annotations(config, context),
                config.format().value(),
                true,
                perhaps);
        children.add(index);
        return Optional.of(index);
    }

    /** Reports further errors of an entry whose name is unknown. */
    private void checkRest(DockerManifestConfig config, TemplateContext context) {
        SkipPush.allows(config.skipPush(), context, planning);
        children.of(config, context);
        annotations(config, context);
    }

    private boolean hasChildren(DockerManifestConfig config, ImageName name, TemplateContext context) {
        if (config.imageTemplates().isEmpty()) {
            problems.addConsequence(
                    Problem.warning(
                            config.location(),
                            name.text() + " is left out: image_templates is empty",
                            "add the images of the index"),
                    new Cause.Mistyped(config.location(), Set.of("image_templates")));
            return false;
        }
        boolean some = config.imageTemplates().stream()
                .anyMatch(template -> !template.render(context, problems).isBlank());
        if (!some) {
            problems.warning(
                    config.location(), name.text() + " is left out: all names in its image_templates are empty");
        }
        return some;
    }

    private Map<String, String> annotations(DockerManifestConfig config, TemplateContext context) {
        Map<String, String> annotations = new LinkedHashMap<>();
        TemplatePairs.sorted(config.annotations())
                .forEach((key, value) -> TemplatePairs.fill(Map.of(key, value), context, problems)
                        .forEach((name, text) -> AnnotationKey.parse(name, Scope.INDEX)
                                .forEach(place -> {
                                    place.check(key.location(), problems);
                                    if (config.format().value() == IndexFormat.DOCKER) {
                                        problems.error(
                                                key.location(),
                                                "a Docker manifest list has no annotations",
                                                "leave them out, or format: docker");
                                    }
                                    if (!place.isOfIndex()) {
                                        problems.error(
                                                key.location(),
                                                "the annotation " + place.key() + " is not for the index",
                                                "move it to the entry of the image");
                                    }
                                    annotations.put(place.key(), text);
                                })));
        return annotations;
    }

    /** The access of the key {@code insecure}, or of docker's flags. */
    private Access access(DockerManifestConfig config, TemplateContext context) {
        Access access = config.access();
        for (Template template : Stream.concat(config.createFlags().stream(), config.pushFlags().stream())
                .toList()) {
            String flag = template.filled(context, problems).orElse("").strip();
            access = INSECURE.contains(flag) ? Access.INSECURE : access;
            if (!flag.isEmpty() && !INSECURE.contains(flag) && !WITHOUT_MEANING.contains(flag)) {
                problems.error(
                        template.location(),
                        "flag " + flag + " is not supported",
                        "use --insecure, --amend or --purge");
            }
        }
        return access;
    }
}
