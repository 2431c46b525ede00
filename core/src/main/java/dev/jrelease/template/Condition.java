package dev.jrelease.template;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import java.util.Locale;
import java.util.Objects;

/** A yes or no that may depend on the release: {@code true}, {@code false} or a template that gives one of them. */
public final class Condition {
    private static final String HINT = "write true or false, or a template that gives one of them";

    /** What a condition says. */
    public enum Answer {
        YES,
        NO,
        /** It depends on what is not known, or cannot be answered. */
        UNKNOWN
    }

    private final Template template;
    private final boolean lenient;

    private Condition(Template template, boolean lenient) {
        this.template = template;
        this.lenient = lenient;
    }

    /** Takes a template for a condition; text that can be neither true nor false is told. */
    public static Condition of(Template template, Problems problems) {
        return of(template, false, problems);
    }

    /**
     * Takes a template for a condition.
     *
     * @param lenient whether everything but {@code true} is a no, as in GoReleaser's files
     */
    public static Condition of(Template template, boolean lenient, Problems problems) {
        Condition condition = new Condition(template, lenient);
        if (template.isLiteral()) {
            condition.judge(template.source(), problems);
        }
        return condition;
    }

    /** Whether it holds for certain. */
    public boolean holds(TemplateContext context, Problems problems) {
        return answer(context, problems) == Answer.YES;
    }

    /** Whether it holds; empty text does not. A template that cannot be filled in is reported. */
    public Answer answer(TemplateContext context, Problems problems) {
        return template.filled(context, problems)
                .map(text -> judge(text, template.isLiteral() ? new Problems() : problems))
                .orElse(Answer.UNKNOWN);
    }

    private Answer judge(String text, Problems problems) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Answer.YES;
            case "false", "" -> Answer.NO;
            default -> {
                tellNeither(text, problems);
                yield lenient ? Answer.NO : Answer.UNKNOWN;
            }
        };
    }

    private void tellNeither(String text, Problems problems) {
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
