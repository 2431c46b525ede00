package dev.jrelease.template;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultMustache;
import dev.jrelease.template.Keyword.Found;
import dev.jrelease.template.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@code if}, {@code with} or {@code range} whose {@code end} was not read yet. */
final class OpenBlock {
    private static final TemplateContext PLACE = new TemplateContext("{{", "}}", "", 0, false);

    private final Compiler compiler;
    private final Tag tag;
    private final Keyword keyword;
    private final List<String> declared;
    private final int declaredBefore;
    private final List<Branch> branches = new ArrayList<>();
    private final List<Code> codes = new ArrayList<>();
    private @Nullable Expression condition;

    OpenBlock(Compiler compiler, Tag tag, Found found, List<String> declared) {
        this.compiler = compiler;
        this.tag = tag;
        this.keyword = found.keyword();
        this.declared = declared;
        this.declaredBefore = declared.size();
        this.condition = compiler.expression(tag, found.end(), declared);
    }

    Tag tag() {
        return tag;
    }

    String word() {
        return keyword.word();
    }

    void add(Code code) {
        codes.add(code);
    }

    /** Begins the next branch after {@code else} or {@code else if}. */
    void otherwise(Tag elseTag, int from) {
        if (condition == null) {
            compiler.problem(elseTag.start(), "there is an {{ else }} already");
        }
        closeBranch();
        Optional<Found> again = Keyword.in(elseTag.expression(), from);
        if (again.isEmpty()) {
            requireNothing(elseTag, from);
            condition = null;
            return;
        }
        if (again.get().keyword() != keyword || keyword == Keyword.RANGE) {
            compiler.problem(
                    elseTag.start(), "'else " + again.get().keyword().word() + "' does not go with '" + word() + "'");
        }
        condition = compiler.expression(elseTag, again.get().end(), declared);
    }

    Code close(Tag endTag, int from) {
        requireNothing(endTag, from);
        closeBranch();
        declared.subList(declaredBefore, declared.size()).clear();
        return new BlockCode(PLACE, compiler, branches);
    }

    private void requireNothing(Tag last, int from) {
        if (!last.expression().substring(from).isBlank()) {
            compiler.problem(last.offset(from), "unexpected text after the keyword");
        }
    }

    private void closeBranch() {
        DefaultMustacheFactory factory = compiler;
        Mustache body = new DefaultMustache(PLACE, factory, codes.toArray(new Code[0]), "");
        codes.clear();
        branches.add(condition == null ? new Branch.Else(body) : branch(condition, body));
    }

    private Branch branch(Expression about, Mustache body) {
        return switch (keyword) {
            case WITH -> new Branch.With(about, body);
            case RANGE -> new Branch.Range(about, body);
            default -> new Branch.If(about, body);
        };
    }
}
