package dev.jrelease.pipeline;

import dev.jrelease.image.Platform;
import dev.jrelease.template.TemplateContext;

/** The names that a template about one platform knows besides those that every template knows. */
public final class PlatformFields {
    private PlatformFields() {}

    public static TemplateContext add(TemplateContext context, Platform platform) {
        String variant = platform.normalized().variant();
        boolean arm = platform.architecture().equals("arm");
        return context.with("Os", platform.os())
                .with("Arch", platform.architecture())
                .with("Arm", arm ? variant.substring(1) : "")
                .with("Amd64", platform.architecture().equals("amd64") ? variant : "")
                .with("Variant", platform.variant())
                .with("Platform", platform.toString())
                .with("Target", platform.target());
    }
}
