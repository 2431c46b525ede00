package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Excerpt;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Optional;

/**
 * {@code skip_push}: {@code true} never pushes, {@code auto} does not push prereleases, any other text pushes, as in
 * GoReleaser.
 */
public final class SkipPush {
    private static final List<String> WORDS = List.of("true", "false", "auto");

    private SkipPush() {}

    /** Whether the images are pushed. A text that is probably a misspelt word is a warning. */
    public static boolean allows(Optional<Template> skipPush, TemplateContext context, Planning planning) {
        return skipPush.isEmpty() || allows(skipPush.get(), context, planning);
    }

    private static boolean allows(Template skipPush, TemplateContext context, Planning planning) {
        String word = skipPush.render(context, planning.problems()).strip();
        return switch (word) {
            case "true" -> false;
            case "auto" -> !planning.facts().version().isPrerelease();
            case "", "false" -> true;
            default -> {
                Suggestion.didYouMean(word, WORDS)
                        .ifPresent(hint -> planning.problems()
                                .warning(
                                        skipPush.location(),
                                        "skip_push is '" + Excerpt.of(word)
                                                + "', and any text but true and auto pushes",
                                        hint));
                yield true;
            }
        };
    }
}
