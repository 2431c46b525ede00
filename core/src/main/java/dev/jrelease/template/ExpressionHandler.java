package dev.jrelease.template;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.reflect.AbstractObjectHandler;
import com.github.mustachejava.util.Wrapper;
import dev.jrelease.template.expression.Declaration;
import dev.jrelease.template.expression.Expression;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.expression.Scope;
import dev.jrelease.template.expression.WrittenExpression;
import dev.jrelease.template.function.Values;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions for mustache.java, instead of its lookup of Java methods. */
final class ExpressionHandler extends AbstractObjectHandler {
    private @Nullable Binding expected;

    /** Sets the expression of the next binding that is created. */
    void expect(Expression expression, boolean written) {
        expected = written
                ? around -> text(expression, Scope.of(around))
                : around -> expression.evaluate(Scope.of(around));
    }

    private static String text(Expression expression, Scope scope) {
        scope.rendering().step();
        Object value = expression.evaluate(scope);
        if (expression instanceof Declaration || Scope.BROKEN.equals(value)) {
            return "";
        }
        String text = scope.text(value, expression.location());
        scope.rendering().writes(value, text);
        return text;
    }

    @Override
    public Binding createBinding(@Nullable String name, TemplateContext place, Code code) {
        if (expected != null && (code instanceof ValueCode || code instanceof IterableCode)) {
            Binding binding = expected;
            expected = null;
            return binding;
        }
        return around -> "";
    }

    @Override
    public Writer iterate(Iteration iteration, Writer writer, Object value, List<Object> around) {
        Rendering rendering = Scope.of(around).rendering();
        rendering.step();
        if (Scope.BROKEN.equals(value)) {
            return writer;
        }
        if (Values.truth(value).isEmpty()) {
            Choice.write(
                    "if " + WrittenExpression.of(value),
                    Scope.of(around),
                    writer,
                    then -> iteration.next(then, value, around),
                    otherwise -> {});
        } else if (value instanceof List<?> items) {
            items.forEach(item -> iteration.next(writer, item, around));
        } else if (Values.isTrue(value)) {
            iteration.next(writer, value, around);
        } else {
            rendering.evaluateUnwritten(() -> iteration.next(Writer.nullWriter(), value, around));
        }
        return writer;
    }

    @Override
    public Writer falsey(Iteration iteration, Writer writer, Object value, List<Object> around) {
        Rendering rendering = Scope.of(around).rendering();
        rendering.step();
        if (Values.truth(value).isEmpty()) {
            Choice.write(
                    "if " + WrittenExpression.of(value),
                    Scope.of(around),
                    writer,
                    then -> {},
                    otherwise -> iteration.next(otherwise, value, around));
        } else if (!Scope.BROKEN.equals(value) && !Values.isTrue(value)) {
            iteration.next(writer, value, around);
        } else {
            rendering.evaluateUnwritten(() -> iteration.next(Writer.nullWriter(), value, around));
        }
        return writer;
    }

    /** Is not used by the bindings of {@link #createBinding}. */
    @Override
    public Wrapper find(String name, List<Object> around) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String stringify(Object value) {
        return value.toString();
    }
}
