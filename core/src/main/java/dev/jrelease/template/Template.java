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
 * A parsed template. Immutable.
 *
 * <p>It contains expressions of GoReleaser, {@code {{ .Version }}}, and of mustache, {@code {{ version }}}, with the
 * same meaning. An unknown name is an error, never empty text. Templates are equal if their texts are.
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
     * Parses a template. After an error, which is reported, its text is used unchanged.
     *
     * @param location where its text starts
     */
    public static Template parse(String source, Location location, Problems problems) {
        return parse(source, Positions.from(location, source), problems);
    }

    /** Parses a template whose file does not contain its text unchanged. */
    public static Template parse(String source, Positions positions, Problems problems) {
        return parse(source, positions, Partials.none(), problems);
    }

    /** Parses a template with partials. */
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

    /** A template that gives this text, whatever it contains. */
    public static Template literal(String text) {
        return literal(text, new Location("", 0, 0));
    }

    /** A template that gives this text, with its location. */
    public static Template literal(String text, Location location) {
        return new Template(text, location, true, null);
    }

    /** The template of a value with an error, which was reported: its text is not known. */
    public static Template broken(Location location) {
        return new Template("", location, false, null);
    }

    /** The empty template. */
    public static Template empty() {
        return EMPTY;
    }

    /** The rendered text. An expression with an error is reported and left out. */
    public Rendered fillIn(TemplateContext context, Problems problems) {
        return run(new Rendering(context, problems));
    }

    /** The rendered text for a message: an unknown part is shown as the file writes it. */
    public String render(TemplateContext context, Problems problems) {
        return fillIn(context, problems).toString();
    }

    /** The rendered text; empty if an expression has an error, which is or was reported. */
    public Optional<Rendered> rendered(TemplateContext context, Problems problems) {
        if (mustache == null && !literal) {
            return Optional.empty();
        }
        Problems own = new Problems();
        Rendered text = fillIn(context, own);
        problems.addAll(own);
        return own.hasErrors() ? Optional.empty() : Optional.of(text);
    }

    /** The rendered text; empty also if a part of it is unknown. */
    public Optional<String> filled(TemplateContext context, Problems problems) {
        return rendered(context, problems).flatMap(Rendered::known);
    }

    /** Reports unknown names where every branch is evaluated, and no errors about values. */
    public void checkNames(TemplateContext context, Problems problems) {
        context.branchCheck()
                .ifPresent(check -> check.evaluateUnwritten(() -> {
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
                    .error(
                            location,
                            "the template gives a NUL character, which is not valid in names, paths and arguments");
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

    /** The text of the template. */
    public String source() {
        return source;
    }

    /** The location of its first character. */
    public Location location() {
        return location;
    }

    /** Whether it contains no expression. */
    public boolean isLiteral() {
        return literal;
    }

    /** Whether its text has nothing but white space. */
    public boolean isBlank() {
        return source.isBlank();
    }

    /** Whether its text is empty. */
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
