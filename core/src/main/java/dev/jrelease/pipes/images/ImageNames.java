package dev.jrelease.pipes.images;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns templates of names into names. Templates that render empty name nothing, as in GoReleaser. */
final class ImageNames {
    private final Problems problems;
    private final FloatingTags floating;

    ImageNames(Planning planning) {
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

    /** A name to publish something under: a digest cannot be chosen. */
    Optional<ImageName> published(Template template, TemplateContext context) {
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
        Problems own = new Problems();
        String text = template.render(context, own).strip();
        problems.addAll(own);
        return text.isEmpty() || own.hasErrors()
                ? Optional.empty()
                : parse(text, template).map(reference -> named(text, reference, template));
    }

    Optional<ImageReference> parse(String text, Template template) {
        try {
            return Optional.of(ImageReference.parse(text));
        } catch (IllegalArgumentException refused) {
            problems.error(template.location(), String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private ImageName named(String text, ImageReference reference, Template template) {
        boolean hasTag = text.indexOf(':', text.lastIndexOf('/') + 1) >= 0;
        String full = hasTag ? text : text + ":" + reference.manifestKey();
        return new ImageName(full, reference, floating.isFloating(full), template.location());
    }
}
