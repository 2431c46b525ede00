package dev.jrelease.template;

import com.github.mustachejava.Mustache;
import dev.jrelease.template.expression.Declaration;
import dev.jrelease.template.expression.Expression;
import dev.jrelease.template.expression.Ranges;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.expression.Scope;
import dev.jrelease.template.expression.Scope.Focus;
import dev.jrelease.template.expression.WrittenExpression;
import dev.jrelease.template.function.ResultKind;
import dev.jrelease.template.function.UnknownVariables;
import dev.jrelease.template.function.Values;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A branch of a block. */
sealed interface Branch {
    Mustache body();

    /** The value that its condition depends on. */
    Object value(Scope scope);

    /** Whether it is taken; empty if that is unknown. */
    default Optional<Boolean> isTaken(Object value) {
        return Values.truth(value);
    }

    /** The tag at its beginning, without braces. */
    default String opening(Object value) {
        return "if " + WrittenExpression.of(value);
    }

    /** Writes the branch. */
    void write(Object value, Writer writer, List<Object> around);

    /** Evaluates a branch that is not taken, to find unknown names. */
    default void evaluateUnwritten(List<Object> around) {
        write(Scope.BROKEN, Writer.nullWriter(), around);
    }

    /** Writes the body. */
    default void run(Writer writer, List<Object> around) {
        body().run(writer, around);
    }

    /** Writes the body with this value as the dot. */
    default void run(Object about, Writer writer, List<Object> around) {
        around.addLast(new Focus(about));
        run(writer, around);
        around.removeLast();
    }

    /** {@code else}. */
    record Else(Mustache body) implements Branch {
        @Override
        public Object value(Scope scope) {
            return true;
        }

        @Override
        public void write(Object value, Writer writer, List<Object> around) {
            run(writer, around);
        }
    }

    /** {@code if}, {@code else if}. */
    record If(Expression condition, Mustache body) implements Branch {
        @Override
        public Object value(Scope scope) {
            return condition.evaluate(scope);
        }

        @Override
        public void write(Object value, Writer writer, List<Object> around) {
            run(writer, around);
        }
    }

    /** {@code with}: the value is the dot of the body. */
    record With(Expression condition, Mustache body) implements Branch {
        @Override
        public Object value(Scope scope) {
            return condition.evaluate(scope);
        }

        @Override
        public void write(Object value, Writer writer, List<Object> around) {
            run(value, writer, around);
        }
    }

    /** {@code range}: writes the body for each item. */
    record Range(Expression items, Mustache body) implements Branch {
        @Override
        public Object value(Scope scope) {
            Expression from = items instanceof Declaration declaration ? declaration.value() : items;
            Object value = from.evaluate(scope);
            return value instanceof UnknownVariables || isUnknown(value) || Scope.BROKEN.equals(value)
                    ? value
                    : Ranges.entries(value, items.location(), scope);
        }

        private static boolean isUnknown(Object value) {
            return value instanceof Unknown unknown
                    && ResultKind.of(unknown).map(Ranges::goesThrough).orElse(true);
        }

        @Override
        public String opening(Object value) {
            return "range " + WrittenExpression.of(value);
        }

        @Override
        public Optional<Boolean> isTaken(Object value) {
            return value instanceof UnknownVariables ? Optional.empty() : Values.truth(value);
        }

        @Override
        public void write(Object value, Writer writer, List<Object> around) {
            if (value instanceof List<?> entries) {
                entries.forEach(item -> {
                    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) item;
                    once(entry.getKey(), entry.getValue(), writer, around);
                });
            } else if (Scope.BROKEN.equals(value)) {
                once(value, value, writer, around);
            } else {
                once(Unknown.of("$key"), item(value), writer, around);
            }
        }

        /** The items of a list are text. */
        private static Object item(Object value) {
            Unknown item = Unknown.of(".");
            boolean text =
                    value instanceof Unknown unknown && ResultKind.of(unknown).equals(Optional.of(ResultKind.LIST));
            return text ? Rendered.of(item) : item;
        }

        private void once(Object key, Object item, Writer writer, List<Object> around) {
            Scope scope = Scope.of(around);
            Rendering rendering = scope.rendering();
            rendering.step();
            int variables = rendering.variables().size();
            if (items instanceof Declaration declaration) {
                declaration.set(
                        scope,
                        declaration.names().getFirst(),
                        declaration.names().size() == 2 ? key : item);
                declaration.set(scope, declaration.names().getLast(), item);
            }
            run(item, writer, around);
            rendering.variables().cutTo(variables);
        }
    }
}
