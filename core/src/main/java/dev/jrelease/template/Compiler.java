package dev.jrelease.template;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Reason;
import dev.jrelease.template.expression.Expression;
import dev.jrelease.template.expression.ExpressionParser;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one template with mustache.java, and adds the expressions, blocks and positions of this package. Used once.
 */
final class Compiler extends DefaultMustacheFactory {
    private static final int DEEPEST = 100;

    private final Partials partials;
    private final Problems problems;
    private final Map<String, Source> sources = new HashMap<>();
    private final Deque<TagVisitor> open = new ArrayDeque<>();
    private final ExpressionHandler handler = new ExpressionHandler();
    private @Nullable TemplateReader reading;
    private @Nullable TagVisitor lastClosed;
    private boolean broken;

    Compiler(Partials partials, Problems problems) {
        this.partials = partials;
        this.problems = problems;
        setObjectHandler(handler);
        mc.setAllowChangingDelimeters(false);
    }

    /** Compilation has stopped after its problem was reported. */
    static final class GivenUp extends MustacheException {}

    /** The compiled template; null after an error, which was reported. */
    @Nullable
    Mustache compile(Source source) {
        try {
            Mustache mustache = compile(read(source), "");
            return broken ? null : mustache;
        } catch (GivenUp reported) {
            return null;
        } catch (MustacheException wrong) {
            if (reportUnclosed()) {
                return null;
            }
            problem(0, "could not read the template: " + Failures.reason(wrong));
            return null;
        }
    }

    /** Reports a section that is open at the end of the text. */
    private boolean reportUnclosed() {
        Tag opening = open.isEmpty() ? null : open.getFirst().opening();
        if (opening == null) {
            return false;
        }
        problem(opening.start(), "{{" + opening.inside().strip() + "}} is not closed");
        return true;
    }

    private Reader read(Source source) {
        reading = new TemplateReader(source);
        open.clear();
        return reading.reader();
    }

    TemplateReader reading() {
        if (reading == null) {
            throw new IllegalStateException("nothing is being read");
        }
        return reading;
    }

    ExpressionHandler handler() {
        return handler;
    }

    void problem(int offset, String message) {
        broken = true;
        problems.error(reading().source().positions().at(offset), message);
    }

    void problem(int offset, String message, String hint) {
        broken = true;
        problems.error(reading().source().positions().at(offset), message, hint);
    }

    /** Reports an error after which nothing can be parsed. */
    GivenUp giveUp(int offset, String message) {
        problem(offset, message);
        return new GivenUp();
    }

    /** Parses the expression in a tag, from a character of its inside on. */
    Expression expression(Tag tag, int from, List<String> declared) {
        Source source = reading().source();
        Positions positions = source.positions();
        Problems found = new Problems();
        String after = source.text().substring(tag.offset(tag.inside().length()));
        Expression expression = ExpressionParser.parse(
                tag.expression().substring(from),
                after,
                declared,
                offset -> positions.at(tag.offset(from + offset)),
                found);
        broken |= found.hasErrors();
        problems.addAll(found);
        return expression;
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
        TagVisitor around = open.peek();
        if (around == null) {
            open.push(new TagVisitor(this, null, null, new ArrayList<>()));
        } else {
            Tag tag = reading().tag();
            requireRoom(tag);
            List<String> declared = new ArrayList<>(around.declared());
            open.push(new TagVisitor(this, tag, expression(tag, 1, declared), declared));
        }
        return open.getFirst();
    }

    /** Refuses deep nesting, which would overflow the stack. */
    void requireRoom(Tag tag) {
        int depth = open.stream().mapToInt(visitor -> 1 + visitor.depth()).sum();
        if (depth > DEEPEST) {
            throw giveUp(tag.start(), "nested more than " + DEEPEST + " deep");
        }
    }

    void close(TagVisitor visitor) {
        open.remove(visitor);
        lastClosed = visitor;
    }

    /** The section that was parsed last. */
    TagVisitor lastClosed() {
        if (lastClosed == null) {
            throw new IllegalStateException("no section was closed");
        }
        return lastClosed;
    }

    @Override
    public String translate(String inside) {
        TemplateReader now = reading();
        TagVisitor visitor = open.getFirst();
        Tag tag = now.next(inside);
        if (!now.isClosed()) {
            throw giveUp(tag.start(), "'{{' has no closing '}}'");
        }
        visitor.text(now.textBefore());
        return visitor.prepare(tag);
    }

    boolean knowsPartial(String name, Tag tag) {
        try {
            sources.putIfAbsent(name, partial(name));
            return true;
        } catch (IOException failed) {
            problem(tag.start(), "could not read the partial '" + name + "': " + Reason.of(failed));
            return false;
        }
    }

    private Source partial(String name) throws IOException {
        Source known = sources.get(name);
        return known != null ? known : Source.ofFile(partials.label(name), partials.text(name));
    }

    @Override
    public Reader getReader(String name) {
        Source source = sources.get(name);
        if (source == null) {
            throw new IllegalStateException("the partial was not looked for");
        }
        return read(source);
    }

    @Override
    public String resolvePartialPath(String folder, String name, String extension) {
        return name;
    }

    /** Does not escape: templates write plain text. */
    @Override
    public void encode(String value, Writer writer) {
        try {
            writer.write(value);
        } catch (IOException impossible) {
            throw new MustacheException(impossible);
        }
    }
}
