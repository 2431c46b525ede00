package dev.jrelease.template;

import com.github.mustachejava.Code;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultMustache;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.NotIterableCode;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.codes.WriteCode;
import dev.jrelease.template.Keyword.Found;
import dev.jrelease.template.expression.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the tags of a template, or of one section. Text between tags is taken from the source, because the parser
 * loses some of it.
 */
final class TagVisitor implements MustacheVisitor {
    private static final String SIGNS = "#^>!&/";
    private static final TemplateContext PLACE = new TemplateContext("{{", "}}", "", 0, false);

    private final Compiler compiler;
    private final @Nullable Tag opening;
    private final @Nullable Expression about;
    private final List<String> declared;
    private final Deque<OpenBlock> blocks = new ArrayDeque<>();
    private final List<Code> codes = new ArrayList<>();

    /**
     *
     * @param opening the tag of the section, if it is one
     * @param about the expression of the section
     * @param declared the variables in scope
     */
    TagVisitor(Compiler compiler, @Nullable Tag opening, @Nullable Expression about, List<String> declared) {
        this.compiler = compiler;
        this.opening = opening;
        this.about = about;
        this.declared = declared;
    }

    /** The tag of its section, if it is one. */
    @Nullable
    Tag opening() {
        return opening;
    }

    List<String> declared() {
        return declared;
    }

    /** The number of open blocks. */
    int depth() {
        return blocks.size();
    }

    void text(String text) {
        if (!text.isEmpty()) {
            add(new WriteCode(PLACE, compiler, text));
        }
    }

    private void add(Code code) {
        if (blocks.isEmpty()) {
            codes.add(code);
        } else {
            blocks.getFirst().add(code);
        }
    }

    /** The tag for the parser, without characters that have another meaning in mustache. */
    String prepare(Tag tag) {
        String stripped = tag.inside().stripLeading();
        boolean signed = !stripped.isEmpty() && SIGNS.indexOf(stripped.charAt(0)) >= 0 && !stripped.startsWith("/*");
        if (signed && stripped.startsWith("/")) {
            requireOpen(tag, stripped.substring(1).strip());
        }
        if (tag.inside().startsWith("=")) {
            throw compiler.giveUp(tag.start(), "the braces cannot be changed");
        }
        return signed || tag.inside().startsWith("{") ? stripped : " " + tag.inside();
    }

    private void requireOpen(Tag tag, String name) {
        if (opening == null) {
            throw compiler.giveUp(tag.start(), "{{/" + name + "}} closes a section that is not open");
        }
        String opened = opening.inside().strip().substring(1).strip();
        if (!opened.equals(name)) {
            throw compiler.giveUp(
                    tag.start(), "{{/" + name + "}} closes a section that is not open: {{#" + opened + "}} is");
        }
    }

    @Override
    public void value(TemplateContext place, String variable, boolean encoded) {
        Tag tag = compiler.reading().tag();
        if (tag.isComment()) {
            requireEnd(tag);
            return;
        }
        Optional<Found> keyword = Keyword.in(tag.expression(), 0);
        if (keyword.isPresent()) {
            block(tag, keyword.get());
            return;
        }
        int sign = tag.inside().startsWith("{") || tag.inside().stripLeading().startsWith("&")
                ? tag.inside().length() - tag.inside().stripLeading().length() + 1
                : 0;
        compiler.handler().expect(compiler.expression(tag, sign, declared), true);
        add(new ValueCode(PLACE, compiler, "value", false));
    }

    private void requireEnd(Tag tag) {
        if (!tag.expression().strip().endsWith("*/") || tag.expression().strip().length() < 4) {
            compiler.problem(tag.start(), "the comment has no closing '*/' before '}}'");
        }
    }

    private void block(Tag tag, Found found) {
        switch (found.keyword()) {
            case IF, WITH, RANGE -> {
                compiler.requireRoom(tag);
                blocks.push(new OpenBlock(compiler, tag, found, declared));
            }
            case ELSE -> current(tag, "else").otherwise(tag, found.end());
            case END -> {
                OpenBlock block = current(tag, "end");
                blocks.pop();
                add(block.close(tag, found.end()));
            }
            default ->
                compiler.problem(
                        tag.start(),
                        "'" + found.keyword().word() + "' is not supported in a template",
                        found.keyword().instead());
        }
    }

    private OpenBlock current(Tag tag, String word) {
        if (blocks.isEmpty()) {
            throw compiler.giveUp(tag.start(), "{{ " + word + " }} does not belong to an 'if', 'with' or 'range'");
        }
        return blocks.getFirst();
    }

    @Override
    public void iterable(TemplateContext place, String variable, Mustache mustache) {
        compiler.handler().expect(closedSection(), false);
        add(new IterableCode(PLACE, compiler, mustache, variable));
    }

    @Override
    public void notIterable(TemplateContext place, String variable, Mustache mustache) {
        compiler.handler().expect(closedSection(), false);
        add(new NotIterableCode(PLACE, compiler, mustache, variable));
    }

    /** The expression of the section that was just closed. */
    private Expression closedSection() {
        TagVisitor closed = compiler.lastClosed();
        if (closed.about == null) {
            throw new IllegalStateException("no section was closed");
        }
        return closed.about;
    }

    @Override
    public void partial(TemplateContext place, String variable, String indent) {
        if (compiler.knowsPartial(variable, compiler.reading().tag())) {
            add(new Partial(PLACE, compiler, variable));
        }
    }

    @Override
    public void dynamicPartial(TemplateContext place, String variable, String indent) {
        compiler.problem(compiler.reading().tag().start(), "a partial's name cannot be a variable");
    }

    @Override
    public void comment(TemplateContext place, String comment) {}

    /** Ignored: text between tags is taken from the source. */
    @Override
    public void write(TemplateContext place, String text) {}

    @Override
    public void eof(TemplateContext place) {
        text(compiler.reading().rest());
    }

    @Override
    public Mustache mustache(TemplateContext place) {
        for (OpenBlock block : blocks) {
            compiler.problem(
                    block.tag().start(), "{{ " + block.word() + " }} has no {{ end }}", "close it with {{ end }}");
        }
        compiler.close(this);
        return new DefaultMustache(PLACE, compiler, codes.toArray(Code[]::new), PLACE.file());
    }

    // Characters with a meaning in mustache.java: prepare() hides them from its parser.

    @Override
    public void pragma(TemplateContext place, String pragma, String arguments) {
        throw unexpected();
    }

    @Override
    public void extend(TemplateContext place, String variable, Mustache mustache) {
        throw unexpected();
    }

    @Override
    public void name(TemplateContext place, String variable, Mustache mustache) {
        throw unexpected();
    }

    @Override
    public void checkName(TemplateContext place, String variable, Mustache mustache) {
        throw unexpected();
    }

    private static IllegalStateException unexpected() {
        return new IllegalStateException("the parser saw a sign that was hidden from it");
    }
}
