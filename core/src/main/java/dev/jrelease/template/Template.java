package dev.jrelease.template;

import com.github.mustachejava.Mustache;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.function.SecretValues;
import dev.jrelease.template.text.Rendered;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text with holes, which has been read but not yet filled in. Immutable.
 *
 * <p>The holes are GoReleaser's, {@code {{ .Version }}}, and mustache's, {@code {{ version }}}, with the same meaning;
 * a name that is not known is a problem, never empty text. Two templates are equal if they say the same.
 */
public final class Template {
    private static final int LONGEST = 1 << 18;
    private static final Template EMPTY = literal("");

    private final String source;
    private final Location location;
    private final boolean literal;
    private final @Nullable Mustache mustache;

    private Template(String source, Location location, boolean literal, @Nullable Mustache mustache) {
        this.source = source;
        this.location = location;
        this.literal = literal;
        this.mustache = mustache;
    }

    /**
     * Reads a template; what is wrong with it is told, and it is filled in as what it says from then on.
     *
     * @param location where its text starts
     */
    public static Template parse(String source, Location location, Problems problems) {
        return parse(source, Positions.from(location, source), problems);
    }

    /** Reads a template whose text does not stand in its file as it is. */
    public static Template parse(String source, Positions positions, Problems problems) {
        return parse(source, positions, Partials.none(), problems);
    }

    /** Reads a template that may include others. */
    public static Template parse(String source, Positions positions, Partials partials, Problems problems) {
        Location start = positions.at(0);
        if (!source.contains("{{")) {
            return literal(source, start);
        }
        if (source.length() > LONGEST) {
            problems.error(start, "the template is longer than " + LONGEST + " characters");
            return new Template(source, start, false, null);
        }
        Mustache compiled = new Compiler(partials, problems).compile(new Source(source, positions));
        return new Template(source, start, false, compiled);
    }

    /** Text without holes, whatever it looks like. */
    public static Template literal(String text) {
        return literal(text, new Location("", 0, 0));
    }

    /** Text without holes, and where it stands. */
    public static Template literal(String text, Location location) {
        return new Template(text, location, true, null);
    }

    /** No text at all. */
    public static Template empty() {
        return EMPTY;
    }

    /** The text with its holes filled in; whatever cannot be filled in is told, and left out. */
    public Rendered fillIn(TemplateContext context, Problems problems) {
        return run(new Rendering(context, problems));
    }

    /** The same, to be shown: a part that is not known stands there as the file writes it. */
    public String render(TemplateContext context, Problems problems) {
        return fillIn(context, problems).toString();
    }

    /** The text with its holes filled in; absent if something in it cannot be filled in, which is or was told. */
    public Optional<Rendered> rendered(TemplateContext context, Problems problems) {
        if (mustache == null && !literal) {
            return Optional.empty();
        }
        Problems own = new Problems();
        Rendered text = fillIn(context, own);
        problems.addAll(own);
        return own.hasErrors() ? Optional.empty() : Optional.of(text);
    }

    /** The same; absent as well if a part of it is not known. */
    public Optional<String> filled(TemplateContext context, Problems problems) {
        return rendered(context, problems).flatMap(Rendered::known);
    }

    /** Reports unknown names where every branch is evaluated, and nothing about its values. */
    public void lookOnly(TemplateContext context, Problems problems) {
        context.branchCheck()
                .ifPresent(check -> check.lookAside(() -> {
                    render(context, problems);
                }));
    }

    private Rendered run(Rendering rendering) {
        if (mustache == null) {
            return Rendered.of(source);
        }
        Output output = new Output();
        try {
            mustache.execute(output, List.<Object>of(rendering));
        } catch (RuntimeException failed) {
            rendering.problems().error(location, "could not fill in the template: " + Failures.reason(failed));
        }
        if (output.text().indexOf('\0') >= 0) {
            rendering
                    .problems()
                    .error(location, "the template gives a NUL character, which no name, path or argument can hold");
            return Rendered.of("");
        }
        Rendered text = rendering.marks().take(output.text());
        if (rendering.secretParts().isEmpty()) {
            return text;
        }
        SecretValues secrets = rendering.context().secrets();
        Rendered marked = text.isKnown() ? Rendered.of(secrets.mark(text.toString())) : text;
        secrets.wrote(marked.toString(), rendering.secretParts());
        return marked;
    }

    /** What it says, holes and all. */
    public String source() {
        return source;
    }

    /** Where its text starts. */
    public Location location() {
        return location;
    }

    /** Whether it has no holes, so that what it says is what it gives. */
    public boolean isLiteral() {
        return literal;
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return source.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.source.equals(source) && template.literal == literal;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, literal);
    }

    @Override
    public String toString() {
        return source;
    }
}
