package dev.jrelease.pipeline;

import dev.jrelease.image.Platform;
import dev.jrelease.template.TemplateContext;

/** Adds the names that a template about one platform knows to those that every template knows. */
public final class PlatformFields {
    private PlatformFields() {}

    public static TemplateContext add(TemplateContext context, Platform platform) {
        TemplateContext more = context;
        for (PlatformField field : PlatformField.all()) {
            more = more.with(field.name(), field.value().apply(platform));
        }
        return more;
    }
}
