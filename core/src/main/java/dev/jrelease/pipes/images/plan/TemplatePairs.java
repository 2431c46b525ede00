package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Renders maps whose keys and values are templates. They are rendered in the order of the keys as written; an empty key
 * or value is dropped, as in GoReleaser.
 */
final class TemplatePairs {
    private TemplatePairs() {}

    static Map<String, String> fill(Map<Template, Template> templates, TemplateContext context, Problems problems) {
        Map<String, String> filled = new LinkedHashMap<>();
        sorted(templates).forEach((key, template) -> {
            String name = key.render(context, problems);
            String value = template.render(context, problems);
            if (!name.isBlank() && !value.isBlank()) {
                filled.put(name, value);
            }
        });
        return filled;
    }

    /** The map in the order of its keys as written. */
    static Map<Template, Template> sorted(Map<Template, Template> templates) {
        Map<Template, Template> sorted = new LinkedHashMap<>();
        templates.keySet().stream()
                .sorted((one, other) -> one.source().compareTo(other.source()))
                .forEach(key -> sorted.put(key, templates.getOrDefault(key, Template.empty())));
        return sorted;
    }
}
