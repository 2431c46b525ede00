package dev.jrelease.fields;

import dev.jrelease.image.Platform;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds the names about one platform to those that every template knows. */
public final class PlatformFields {
    private PlatformFields() {}

    public static TemplateContext add(TemplateContext context, Platform platform) {
        Map<String, Object> fields = new LinkedHashMap<>();
        PlatformField.all()
                .forEach(field -> fields.put(field.name(), field.value().apply(platform)));
        return context.with(fields);
    }

    /** The same names with unknown values. */
    public static TemplateContext addUnknown(TemplateContext context) {
        Map<String, Object> fields = new LinkedHashMap<>();
        PlatformField.all().forEach(field -> fields.put(field.name(), Rendered.of(Unknown.of("." + field.name()))));
        return context.with(fields);
    }
}
