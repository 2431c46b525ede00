package dev.jrelease.pipeline;

import dev.jrelease.image.Platform;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that a template about one platform knows besides those that every template knows. */
public final class PlatformFields {
    private PlatformFields() {}

    public static TemplateContext add(TemplateContext context, Platform platform) {
        String variant = platform.normalized().variant();
        boolean arm = platform.architecture().equals("arm");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Os", platform.os());
        fields.put("Arch", platform.architecture());
        fields.put("Arm", arm ? variant.substring(1) : "");
        fields.put("Amd64", platform.architecture().equals("amd64") ? variant : "");
        fields.put("Variant", platform.variant());
        fields.put("Platform", platform.toString());
        fields.put("Target", platform.target());
        return context.with(fields);
    }
}
