package dev.jrelease.pipes.images.entry;

import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.Optional;

/**
 * {@code skip_push}: {@code true} never pushes, {@code auto} does not push prereleases, any other text pushes, as in
 * GoReleaser.
 */
public final class SkipPush {
    private SkipPush() {}

    public static boolean allows(Optional<Template> skipPush, TemplateContext context, Planning planning) {
        String word = skipPush.map(template ->
                        template.render(context, planning.problems()).strip())
                .orElse("");
        return switch (word) {
            case "true" -> false;
            case "auto" -> !planning.facts().version().isPrerelease();
            default -> true;
        };
    }
}
