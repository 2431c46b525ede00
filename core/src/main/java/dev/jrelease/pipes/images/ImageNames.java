package dev.jrelease.pipes.images;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns templates of names into names. Templates that render empty name nothing, as in GoReleaser. */
final class ImageNames {
    private final Planning planning;
    private final Problems problems;
    private final FloatingTags floating;
    private final Set<String> unknown = new LinkedHashSet<>();

    ImageNames(Planning planning) {
        this.planning = planning;
        this.problems = planning.problems();
        this.floating = new FloatingTags(
                planning.version(),
                planning.facts().git().state().commit(),
                planning.facts().git().state().shortCommit());
    }

    /** Names to publish one image under, each once however it is spelled. */
    List<ImageName> all(List<Template> templates, TemplateContext context) {
        Map<ImageReference, ImageName> names = new LinkedHashMap<>();
        for (Template template : templates) {
            published(template, context).ifPresent(name -> names.putIfAbsent(name.reference(), name));
        }
        return List.copyOf(names.values());
    }

    /** Takes note that what these templates name will never be known. */
    void forgo(List<Template> templates) {
        templates.forEach(template -> unknown.add(beginning(template.source())));
    }

    private static String beginning(String source) {
        int hole = source.indexOf("{{");
        return hole < 0 ? source : source.substring(0, hole);
    }

    /** Whether a name could be one of those that are not known, as far as their templates are without holes. */
    boolean mayBeUnknown(ImageName name) {
        return unknown.stream().anyMatch(name.text()::startsWith);
    }

    /** A name to publish something under: a digest cannot be chosen. */
    Optional<ImageName> published(Template template, TemplateContext context) {
        if (template.filled(context, problems).isEmpty()) {
            forgo(List.of(template));
        }
        Optional<ImageName> name = one(template, context);
        name.filter(pinned -> pinned.reference().digest().isPresent())
                .ifPresent(pinned -> problems.error(
                        template.location(),
                        "'" + pinned.text() + "' names a digest, which nothing can be published under",
                        "leave out what begins with @"));
        return name;
    }

    /** The name, unless it is empty, or could not be filled in, or no registry would accept it. */
    Optional<ImageName> one(Template template, TemplateContext context) {
        return template.filled(context, problems)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> parse(text, template).map(reference -> named(text, reference, template)));
    }

    Optional<ImageReference> parse(String text, Template template) {
        try {
            return Optional.of(ImageReference.parse(text));
        } catch (IllegalArgumentException refused) {
            if (text.contains("+") && planning.version().contains("+")) {
                problems.error(template.location(), String.valueOf(refused.getMessage()), withoutPlus());
            } else {
                problems.error(template.location(), String.valueOf(refused.getMessage()));
            }
            return Optional.empty();
        }
    }

    private String withoutPlus() {
        Optional<Template> made = planning.project().snapshot().versionTemplate();
        String whose = planning.options().snapshot() && made.isPresent()
                ? "the one of " + planning.version() + " comes from snapshot.version_template"
                : "the version is " + planning.version();
        return whose + "; {{ replace .Version \"+\" \"-\" }} is without";
    }

    private ImageName named(String text, ImageReference reference, Template template) {
        boolean hasTag = text.indexOf(':', text.lastIndexOf('/') + 1) >= 0;
        String full = hasTag ? text : text + ":" + reference.manifestKey();
        return new ImageName(full, reference, floating.isFloating(reference.manifestKey()), template.location());
    }
}
