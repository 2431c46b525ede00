package dev.jrelease.template;

import com.github.mustachejava.Mustache;
import dev.jrelease.template.expression.Declaration;
import dev.jrelease.template.expression.Expression;
import dev.jrelease.template.expression.Ranges;
import dev.jrelease.template.expression.Rendering;
import dev.jrelease.template.expression.Scope;
import dev.jrelease.template.expression.Scope.Focus;
import dev.jrelease.template.function.Values;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** One way that a block can go. */
sealed interface Branch {
    Mustache body();

    /** Writes the branch if it wants to be; whether it did. */
    boolean write(Writer writer, List<Object> around);

    /** Writes the body. */
    default void run(Writer writer, List<Object> around) {
        body().run(writer, around);
    }

    /** Writes the body, about something. */
    default void run(Object about, Writer writer, List<Object> around) {
        around.addLast(new Focus(about));
        run(writer, around);
        around.removeLast();
    }

    /** {@code else}. */
    record Else(Mustache body) implements Branch {
        @Override
        public boolean write(Writer writer, List<Object> around) {
            run(writer, around);
            return true;
        }
    }

    /** {@code if}, {@code else if}. */
    record If(Expression condition, Mustache body) implements Branch {
        @Override
        public boolean write(Writer writer, List<Object> around) {
            Scope scope = Scope.of(around);
            Object value = condition.evaluate(scope);
            if (!Scope.BROKEN.equals(value) && Values.isTrue(value)) {
                run(writer, around);
                return true;
            }
            scope.rendering().lookOnly(() -> run(Writer.nullWriter(), around));
            return Scope.BROKEN.equals(value);
        }
    }

    /** {@code with}: the value is what names with a dot are about. */
    record With(Expression condition, Mustache body) implements Branch {
        @Override
        public boolean write(Writer writer, List<Object> around) {
            Scope scope = Scope.of(around);
            Object value = condition.evaluate(scope);
            if (!Scope.BROKEN.equals(value) && Values.isTrue(value)) {
                run(value, writer, around);
                return true;
            }
            scope.rendering().lookOnly(() -> run(Scope.BROKEN, Writer.nullWriter(), around));
            return Scope.BROKEN.equals(value);
        }
    }

    /** {@code range}: once for each item. */
    record Range(Expression items, Mustache body) implements Branch {
        @Override
        public boolean write(Writer writer, List<Object> around) {
            Scope scope = Scope.of(around);
            Expression from = items instanceof Declaration declaration ? declaration.value() : items;
            Object value = from.evaluate(scope);
            List<Map.Entry<Object, Object>> entries = Ranges.entries(value, items.location(), scope);
            if (entries.isEmpty()) {
                scope.rendering().lookOnly(() -> once(Scope.BROKEN, Scope.BROKEN, Writer.nullWriter(), around));
                return Scope.BROKEN.equals(value);
            }
            entries.forEach(entry -> once(entry.getKey(), entry.getValue(), writer, around));
            return true;
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
