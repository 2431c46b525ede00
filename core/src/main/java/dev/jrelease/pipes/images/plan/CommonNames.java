package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.entry.NameTemplates;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The common names of all images of an entry: every one of {@code images} with every one of {@code tags}, sorted. Empty
 * ones are dropped, as in GoReleaser: an entry without images is left out, an entry without tags is an error.
 */
final class CommonNames {
    /** A valid image, to check tags without one. */
    private static final Rendered STAND_IN = Rendered.of("image");

    private static final Rendered COLON = Rendered.of(":");

    private final ImageNames names;
    private final Problems problems;

    CommonNames(ImageNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** A rendered part of a name. */
    private record Part(Rendered text, Template template) {}

    /**
     *
     * @param complete whether each of them could be rendered
     */
    private record Parts(List<Part> all, boolean complete) {
        boolean isNothing() {
            return complete && all.isEmpty();
        }
    }

    /** Each name once, in whatever spelling; empty if there is none, or after an error, which was reported. */
    List<ImageName> of(NameTemplates.Together nameTemplates, ImageEntry entry, TemplateContext context) {
        Parts images = parts(nameTemplates.images(), context);
        Parts tags = parts(nameTemplates.tags(), context);
        if (images.isNothing()) {
            String why = nameTemplates.images().isEmpty() ? "it names no images" : "every one of its images is empty";
            Problem leftOut = new Problem(
                    Severity.WARNING, entry.location(), entry.id() + " is left out: " + why, Optional.empty());
            problems.addConsequence(leftOut, new Cause.Mistyped(entry.location(), Set.of("images")));
            return List.of();
        }
        if (tags.isNothing()) {
            problems.error(nameTemplates.tags().getFirst().location(), "all tags are empty", "add at least one tag");
        }
        List<ImageName> combined = combined(images.all(), tags.all());
        if (images.complete() && tags.complete()) {
            return combined;
        }
        names.addUnknown(nameTemplates.images());
        return List.of();
    }

    private Parts parts(List<Template> templates, TemplateContext context) {
        List<Part> parts = new ArrayList<>();
        boolean complete = true;
        for (Template template : templates) {
            Optional<Rendered> text = template.rendered(context, problems).map(Rendered::strip);
            complete &= text.isPresent();
            text.filter(filled -> !filled.isEmpty()).ifPresent(filled -> parts.add(new Part(filled, template)));
        }
        return new Parts(parts, complete);
    }

    private List<ImageName> combined(List<Part> images, List<Part> tags) {
        List<Rendered> whole =
                images.stream().filter(this::isRepository).map(Part::text).toList();
        Map<String, ImageName> sorted = new TreeMap<>();
        for (Part tag : tags) {
            if (isTag(tag, whole.isEmpty() ? STAND_IN : whole.getFirst())) {
                whole.stream()
                        .flatMap(image -> names.named(image.plus(COLON).plus(tag.text()), tag.template()).stream())
                        .forEach(name -> sorted.put(name.text(), name));
            }
        }
        Map<Object, ImageName> once = new LinkedHashMap<>();
        sorted.values().forEach(name -> once.putIfAbsent(name.reference(), name));
        return List.copyOf(once.values());
    }

    /** Whether the tag is valid for the image, and so for all others. */
    private boolean isTag(Part tag, Rendered image) {
        if (tag.text().indexOf('/') < 0 && tag.text().indexOf('@') < 0) {
            return names.named(image.plus(COLON).plus(tag.text()), tag.template())
                    .isPresent();
        }
        problems.error(
                tag.template().location(),
                "'" + tag.text() + "' in tags contains more than a tag",
                "move the text before the tag to images");
        return false;
    }

    private boolean isRepository(Part image) {
        if (image.text().indexOf('@') >= 0 || hasTag(image.text())) {
            problems.error(
                    image.template().location(),
                    "'" + image.text() + "' in images contains more than a repository",
                    "move the tag to tags");
            return false;
        }
        return names.isRepository(image.text(), image.template());
    }

    /** Without a slash, the text after a colon may be a port if the name is not fully known. */
    private static boolean hasTag(Rendered image) {
        int slash = image.lastIndexOf('/');
        return image.indexOf(':') > slash && (slash >= 0 || image.isKnown());
    }
}
