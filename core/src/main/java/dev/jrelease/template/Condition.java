package dev.jrelease.template;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import java.util.Locale;
import java.util.Objects;

/** A yes or no that may depend on the release: {@code true}, {@code false} or a template that gives one of them. */
public final class Condition {
    private static final String HINT = "write true or false, or a template that gives one of them";

    private final Template template;

    private Condition(Template template) {
        this.template = template;
    }

    public static Condition always(boolean holds) {
        return new Condition(Template.literal(String.valueOf(holds)));
    }

    /** Reads a condition; text that can be neither true nor false is told. */
    public static Condition parse(String source, Location location, Problems problems) {
        return of(Template.parse(source, location, problems), problems);
    }

    /** Takes a template for a condition; text that can be neither true nor false is told. */
    public static Condition of(Template template, Problems problems) {
        Condition condition = new Condition(template);
        if (template.isLiteral()) {
            condition.judge(template.source(), problems);
        }
        return condition;
    }

    /** Whether it holds; empty text does not. */
    public boolean holds(TemplateContext context, Problems problems) {
        Problems found = new Problems();
        String text = template.render(context, found);
        problems.addAll(found);
        return !found.hasErrors() && judge(text, template.isLiteral() ? new Problems() : problems);
    }

    private boolean judge(String text, Problems problems) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> {
                problems.error(template.location(), "'" + text + "' is neither true nor false", HINT);
                yield false;
            }
        };
    }

    public Template template() {
        return template;
    }

    public Location location() {
        return template.location();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && condition.template.equals(template);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(template);
    }

    @Override
    public String toString() {
        return template.source();
    }
}
