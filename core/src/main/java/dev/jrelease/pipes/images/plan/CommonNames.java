package dev.jrelease.pipes.images.plan;

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
import java.util.TreeMap;

/**
 * The names that all images of an entry have together: every one of {@code images} with every one of {@code tags}, in
 * the order of the alphabet. What renders empty is dropped, as in GoReleaser: without an image the entry is left out,
 * without a tag nothing could be published.
 */
final class CommonNames {
    /** An image that nothing is wrong with. */
    private static final Rendered STAND_IN = Rendered.of("image");

    private static final Rendered COLON = Rendered.of(":");

    private final ImageNames names;
    private final Problems problems;

    CommonNames(ImageNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** A part of a name, filled in. */
    private record Part(Rendered text, Template template) {}

    /** @param complete whether each of them could be filled in */
    private record Parts(List<Part> all, boolean complete) {
        boolean isNothing() {
            return complete && all.isEmpty();
        }
    }

    /** Each name once, however it is spelled; empty if they are not all known, or there is none, which has been told. */
    List<ImageName> of(NameTemplates.Together nameTemplates, ImageEntry entry, TemplateContext context) {
        Parts images = parts(nameTemplates.images(), context);
        Parts tags = parts(nameTemplates.tags(), context);
        if (images.isNothing()) {
            String why = nameTemplates.images().isEmpty() ? "it names no images" : "every one of its images is empty";
            problems.warning(entry.location(), entry.id() + " is left out: " + why);
            return List.of();
        }
        if (tags.isNothing()) {
            problems.error(
                    nameTemplates.tags().getFirst().location(),
                    "every one of the tags is empty",
                    "an image is published under at least one");
        }
        List<ImageName> combined = combined(images.all(), tags.all());
        if (images.complete() && tags.complete()) {
            return combined;
        }
        names.forgo(nameTemplates.images());
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

    /** Whether an image can have the tag, and so can any other. */
    private boolean isTag(Part tag, Rendered image) {
        if (tag.text().indexOf('/') < 0 && tag.text().indexOf('@') < 0) {
            return names.named(image.plus(COLON).plus(tag.text()), tag.template())
                    .isPresent();
        }
        problems.error(
                tag.template().location(),
                "'" + tag.text() + "' in tags says more than the tag",
                "what stands before it belongs to images");
        return false;
    }

    private boolean isRepository(Part image) {
        if (image.text().indexOf('@') >= 0 || hasTag(image.text())) {
            problems.error(
                    image.template().location(),
                    "'" + image.text() + "' in images says more than the repository",
                    "what follows it belongs to tags");
            return false;
        }
        return names.isRepository(image.text(), image.template());
    }

    /** Without a slash, what follows a colon may be a port if it is not all known. */
    private static boolean hasTag(Rendered image) {
        int slash = image.lastIndexOf('/');
        return image.indexOf(':') > slash && (slash >= 0 || image.isKnown());
    }
}
