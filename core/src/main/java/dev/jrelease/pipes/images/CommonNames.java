package dev.jrelease.pipes.images;

import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
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
    private final ImageNames names;
    private final Problems problems;

    CommonNames(ImageNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** A part of a name, filled in. */
    private record Part(String text, Template template) {}

    /** Each name once, however it is spelled; empty if there is none, which has then been told. */
    List<ImageName> of(Naming.Together naming, ImageEntry entry, TemplateContext context) {
        Optional<List<Part>> images = parts(naming.images(), context);
        Optional<List<Part>> tags = parts(naming.tags(), context);
        if (images.isEmpty() || tags.isEmpty()) {
            names.forgo(naming.images());
        }
        images.filter(List::isEmpty).ifPresent(_ -> {
            String why = naming.images().isEmpty() ? "it names no images" : "every one of its images is empty";
            problems.warning(entry.location(), entry.id() + " is left out: " + why);
        });
        if (images.filter(List::isEmpty).isPresent()) {
            return List.of();
        }
        tags.filter(List::isEmpty)
                .ifPresent(_ -> problems.error(
                        naming.tags().getFirst().location(),
                        "every one of the tags is empty",
                        "an image is published under at least one"));
        return combined(images.orElse(List.of()), tags.orElse(List.of()));
    }

    /** Absent if one of them cannot be filled in, which has then been told. */
    private Optional<List<Part>> parts(List<Template> templates, TemplateContext context) {
        List<Part> parts = new ArrayList<>();
        boolean complete = true;
        for (Template template : templates) {
            Optional<String> text = template.filled(context, problems).map(String::strip);
            complete &= text.isPresent();
            text.filter(filled -> !filled.isEmpty()).ifPresent(filled -> parts.add(new Part(filled, template)));
        }
        return complete ? Optional.of(parts) : Optional.empty();
    }

    private List<ImageName> combined(List<Part> images, List<Part> tags) {
        Map<String, ImageName> sorted = new TreeMap<>();
        List<Part> whole = images.stream().filter(this::isRepository).toList();
        for (Part tag : tags) {
            for (Part image : whole) {
                Optional<ImageName> name = names.named(image.text() + ":" + tag.text(), tag.template());
                name.ifPresent(valid -> sorted.put(valid.text(), valid));
                if (name.isEmpty()) {
                    break;
                }
            }
        }
        Map<Object, ImageName> once = new LinkedHashMap<>();
        sorted.values().forEach(name -> once.putIfAbsent(name.reference(), name));
        return List.copyOf(once.values());
    }

    private boolean isRepository(Part image) {
        if (image.text().indexOf('@') >= 0
                || image.text().indexOf(':', image.text().lastIndexOf('/') + 1) >= 0) {
            problems.error(
                    image.template().location(),
                    "'" + image.text() + "' in images says more than the repository",
                    "what follows it belongs to tags");
            return false;
        }
        return names.named(image.text() + ":latest", image.template()).isPresent();
    }
}
