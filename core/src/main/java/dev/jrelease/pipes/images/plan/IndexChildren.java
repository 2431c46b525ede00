package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.PlatformOverride;
import dev.jrelease.pipes.images.entry.DockerManifestConfig;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the children of an index among the images and indexes of the release, and reports those that nothing produces.
 */
final class IndexChildren {
    private static final Cause MISTYPED = Cause.Mistyped.anywhere("dockers", "image_templates");

    private final ImageNames names;
    private final Problems problems;
    private static final String MISSING = "missing child";

    private final Map<ImageReference, IndexChild.Built> built = new LinkedHashMap<>();
    private final Map<ImageReference, List<IndexChild>> indexes = new LinkedHashMap<>();
    private final List<ImageName> known = new ArrayList<>();
    private final List<Cause> causes = new ArrayList<>(List.of(MISTYPED));

    /**
     *
     * @param planned indexes that may be children, too; their images are used
     */
    IndexChildren(ImageNames names, Problems problems, List<ImageTask> images, List<IndexTask> planned) {
        this.names = names;
        this.problems = problems;
        for (ImageTask image : images) {
            image.names().forEach(name -> add(image, name));
        }
        built.values().forEach(image -> known.addAll(image.name().stream().toList()));
        planned.forEach(this::add);
    }

    /** A name that two images have is an error, and may be why another one is missing. */
    private void add(ImageTask image, ImageName name) {
        IndexChild.Built named = IndexChild.Built.named(image.key(), name, name.location(), Optional.empty());
        if (built.put(name.reference(), named) != null) {
            causes.add(new Cause.At(name.location()));
        }
    }

    /** Adds an index that may be a child. */
    void add(IndexTask index) {
        indexes.put(index.name().reference(), index.children());
        known.add(index.name());
    }

    /**
     * The children of one index, each once.
     *
     * @param complete whether each of its templates gives one
     */
    record Named(List<IndexChild> children, boolean complete) {}

    Named of(DockerManifestConfig config, TemplateContext context) {
        PlatformOverrides annotations = new PlatformOverrides(config, names, context, problems);
        List<IndexChild> children = new ArrayList<>();
        Map<Object, IndexChild> first = new HashMap<>();
        List<Template> missing = new ArrayList<>();
        for (Template template : config.imageTemplates()) {
            List<IndexChild> found = of(template, config, annotations, context).toList();
            if (found.isEmpty()) {
                missing.add(template);
            }
            found.forEach(child -> {
                IndexChild before = first.putIfAbsent(image(child), child);
                if (before == null || !before.isSame(child)) {
                    children.add(child);
                }
                if (before != null) {
                    reportTwice(before, child, template);
                }
            });
        }
        boolean allNamed = !config.annotate().isEmpty()
                && config.imageTemplates().stream()
                        .allMatch(
                                template -> template.rendered(context, problems).isPresent());
        if (allNamed) {
            annotations.refuseOthers(images(config, context));
        }
        missing.forEach(template -> reportMissing(template, first.keySet(), context));
        return new Named(children, missing.isEmpty());
    }

    /** The identity of a child, equal for two names of one image. */
    private static Object image(IndexChild child) {
        return child instanceof IndexChild.Built built ? built.image() : ((IndexChild.External) child).name();
    }

    private void reportTwice(IndexChild before, IndexChild child, Template template) {
        String other = before.text().equals(child.text()) ? "" : ", first as " + before.text();
        String message = "the index names the image " + child.text() + " twice" + other;
        problems.addOnce("twice", new Problem(Severity.WARNING, template.location(), message, Optional.empty()));
    }

    /** Its children by name, without indexes: an override is for an image. */
    private List<ImageName> images(DockerManifestConfig config, TemplateContext context) {
        return config.imageTemplates().stream()
                .flatMap(template -> names.one(template, context).stream())
                .filter(name -> !indexes.containsKey(name.reference()))
                .toList();
    }

    private Stream<IndexChild> of(
            Template template, DockerManifestConfig config, PlatformOverrides annotations, TemplateContext context) {
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
        if (name.get().isPinned() || config.external()) {
            return Stream.of(new IndexChild.External(name.get().text(), reference, template.location(), override));
        }
        return Stream.empty();
    }

    private void reportMissing(Template template, Set<Object> others, TemplateContext context) {
        names.one(template, context).ifPresent(name -> {
            Optional<Location> leftOut = names.leftOut(name);
            if (leftOut.isPresent()) {
                reportLeftOut(name, leftOut.get(), template);
            } else if (!mayBeMade(name)) {
                reportUnknown(name, template, others);
            }
        });
    }

    private boolean mayBeMade(ImageName name) {
        boolean broken = !name.name().isKnown() && names.unknown(name).isPresent();
        return broken || known.stream().anyMatch(name::mayEqual) || names.isPossible(name);
    }

    /** Reports a child that is left out, because the index would lack a platform of the file. */
    private void reportLeftOut(ImageName name, Location by, Template template) {
        problems.error(
                template.location(),
                name.text() + " is left out in line " + by.line(),
                "make its name empty in the same case, {{ if … }}" + template.source()
                        + "{{ end }}, or add an if to the index");
    }

    private void reportUnknown(ImageName name, Template template, Set<Object> others) {
        Optional<Location> broken = names.unknown(name);
        Optional<String> similar = Suggestion.didYouMean(name.text(), imagesBut(others));
        String hint = broken.map(other -> "what is wrong with " + other + " may be why")
                .or(() -> similar)
                .orElse("pin it by @sha256:… or set external: true if another program pushes it");
        Problem problem = Problem.error(template.location(), "no entry of dockers produces " + name.text(), hint);
        if (broken.isEmpty() && similar.isPresent() && isOfBuiltRepository(name)) {
            problems.addOnce(MISSING, problem, placesOf(similar.get()));
            return;
        }
        List<Cause> all = new ArrayList<>(causes);
        broken.map(Cause.At::new).ifPresent(all::add);
        problems.addOnce(MISSING, problem, all.toArray(Cause[]::new));
    }

    /** Whether another image of the same repository exists; then the missing one is an error of its own. */
    private boolean isOfBuiltRepository(ImageName name) {
        return built.keySet().stream().anyMatch(image -> repository(image).equals(repository(name.reference())));
    }

    /** Where an image that was probably meant is named: its name may be the mistake. */
    private Cause[] placesOf(String suggestion) {
        return built.values().stream()
                .flatMap(image -> image.name().stream())
                .filter(name -> suggestion.contains(" " + name.text() + "?"))
                .map(name -> new Cause.At(name.location()))
                .toArray(Cause[]::new);
    }

    private static String repository(ImageReference name) {
        return name.registry() + "/" + name.repository();
    }

    /**
     * Names that an index may have besides these images; one that was meant for a single image is not among them.
     *
     * @param others what else the index names
     */
    private List<String> imagesBut(Set<Object> others) {
        return built.values().stream()
                .filter(image -> !others.contains(image.image()))
                .map(IndexChild.Built::text)
                .toList();
    }
}
