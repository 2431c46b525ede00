package dev.jrelease.template;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import java.util.Locale;
import java.util.Objects;

/** A condition of the configuration: {@code true}, {@code false} or a template that gives one of them. */
public final class Condition {
    private static final String HINT = "write true or false, or a template that gives one of them";

    /** The value of a condition. */
    public enum Answer {
        YES,
        NO,
        /** It depends on an unknown value, or has an error. */
        UNKNOWN
    }

    private final Template template;
    private final boolean lenient;

    private Condition(Template template, boolean lenient) {
        this.template = template;
        this.lenient = lenient;
    }

    /** A template as a condition; text that is neither true nor false is reported. */
    public static Condition of(Template template, Problems problems) {
        return of(template, false, problems);
    }

    /**
     * A template as a condition.
     *
     * @param lenient whether every text but {@code true} means false, as in GoReleaser's files
     */
    public static Condition of(Template template, boolean lenient, Problems problems) {
        Condition condition = new Condition(template, lenient);
        if (template.isLiteral()) {
            condition.evaluate(template.source(), problems);
        }
        return condition;
    }

    /** Whether it is certainly true. */
    public boolean holds(TemplateContext context, Problems problems) {
        return answer(context, problems) == Answer.YES;
    }

    /** The value; empty text is false. An error in the template is reported. */
    public Answer answer(TemplateContext context, Problems problems) {
        return template.filled(context, problems)
                .map(text -> evaluate(text, template.isLiteral() ? new Problems() : problems))
                .orElse(Answer.UNKNOWN);
    }

    private Answer evaluate(String text, Problems problems) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Answer.YES;
            case "false", "" -> Answer.NO;
            default -> {
                reportNeither(text, problems);
                yield lenient ? Answer.NO : Answer.UNKNOWN;
            }
        };
    }

    private void reportNeither(String text, Problems problems) {
        String neither = "'" + text + "' is neither true nor false";
        if (lenient) {
            problems.warning(template.location(), neither + ", and counts as false", HINT);
        } else {
            problems.error(template.location(), neither, HINT);
        }
    }

    public Template template() {
        return template;
    }

    public Location location() {
        return template.location();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition
                && condition.template.equals(template)
                && condition.lenient == lenient;
    }

    @Override
    public int hashCode() {
        return Objects.hash(template, lenient);
    }

    @Override
    public String toString() {
        return template.source();
    }
}
