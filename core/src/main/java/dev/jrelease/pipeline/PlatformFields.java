package dev.jrelease.pipeline;

import dev.jrelease.image.Platform;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds the names that a template about one platform knows to those that every template knows. */
public final class PlatformFields {
    private PlatformFields() {}

    public static TemplateContext add(TemplateContext context, Platform platform) {
        Map<String, Object> fields = new LinkedHashMap<>();
        PlatformField.all()
                .forEach(field -> fields.put(field.name(), field.value().apply(platform)));
        return context.with(fields);
    }
}
