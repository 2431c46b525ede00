package dev.jrelease.template;

import dev.jrelease.template.function.Inspection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A text that others are made from, such as what a template gave.
 *
 * @param guessed whom to tell whenever it is used: it comes from something that was made up
 */
public record Derived(String text, Optional<Inspection> guessed) {

    public boolean isGuess() {
        return guessed.isPresent();
    }

    /** The text, for whoever makes something of it. */
    public String use() {
        guessed.ifPresent(Inspection::guess);
        return text;
    }

    /** The value for a {@link TemplateContext}: used when a template asks for it. */
    public Object value() {
        return (Supplier<String>) this::use;
    }
}
