package dev.jrelease.pipes.images;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
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

    List<ImageName> all(List<Template> templates, TemplateContext context) {
        return templates.stream()
                .flatMap(template -> one(template, context).stream())
                .distinct()
                .toList();
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
