package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.template.function.FunctionFailure;
import dev.jrelease.template.function.Functions;
import dev.jrelease.template.function.ResultKind;
import dev.jrelease.template.function.Values;
import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.List;
import java.util.Optional;

/**
 * What an expression sees where it stands.
 *
 * @param around what the sections and blocks around it are about, the outermost first; the first is the rendering
 */
public record Scope(Rendering rendering, List<Object> around) {
    /** The value of what went wrong and has been told. */
    public static final Object BROKEN = new Object() {
        @Override
        public String toString() {
            return "";
        }
    };

    /** What {@code with} and {@code range} are about: names with a dot are looked for there and nowhere else. */
    public record Focus(Object value) {}

    /** The scope of mustache.java's list, whose first item is the {@link Rendering}. */
    public static Scope of(List<Object> around) {
        return new Scope((Rendering) around.getFirst(), around);
    }

    Object dot() {
        return around.size() == 1 ? rendering.context() : focused(around.getLast());
    }

    private static Object focused(Object value) {
        Object inside = value instanceof Focus focus ? focus.value() : value;
        return Values.plain(inside).orElse(BROKEN);
    }

    /** A name with a dot. */
    Object field(String name, Location location) {
        if (around.size() == 1 || !(around.getLast() instanceof Focus focus)) {
            return find(name, location);
        }
        if (focus.value() == BROKEN) {
            return BROKEN;
        }
        if (focused(focus) instanceof Unknown unknown && ResultKind.of(unknown).isEmpty()) {
            return WrittenExpression.ofPart(unknown, name, List.of());
        }
        return Values.part(focused(focus), name)
                .orElseGet(() -> unknown(
                        location, "'." + name + "' is not a part of what 'with' or 'range' is about", atTheTop(name)));
    }

    private Optional<String> atTheTop(String name) {
        return rendering.context().value(name).map(value -> "$." + name + " is the one outside");
    }

    /** A bare name, from the inside out. */
    Object find(String name, Location location) {
        for (int i = around.size() - 1; i > 0; i--) {
            Optional<Object> part = Values.part(focused(around.get(i)), name);
            if (part.isPresent()) {
                return part.get();
            }
        }
        return Values.part(rendering.context(), name).orElseGet(() -> unknownName(name, location));
    }

    Object unknownName(String name, Location location) {
        return rendering
                .context()
                .lacks(name)
                .map(reason -> lacking(location, "'" + name + "' has no value here: " + reason))
                .orElseGet(() -> unknown(location, "'" + name + "' is not known here", instead(name)));
    }

    /** It may stand where it is not needed in this environment. */
    private Object lacking(Location location, String message) {
        return rendering.condition().isPresent() ? BROKEN : unknown(location, message, Optional.empty());
    }

    private Optional<String> instead(String name) {
        return Functions.named(name)
                .map(function -> "the function is used like this: " + function.usage())
                .or(() -> Suggestion.didYouMean(name, rendering.context().names()));
    }

    /** The value as it is written. */
    public String text(Object value, Location location) {
        try {
            return value instanceof Rendered || value instanceof Unknown
                    ? rendering.marks().put(Rendered.ofValue(value))
                    : Values.text(value);
        } catch (NotKnown part) {
            return rendering.marks().put(Rendered.of(Unknown.of(WrittenExpression.of(value))));
        } catch (FunctionFailure failure) {
            fail(location, failure.getMessage());
            return "";
        }
    }

    List<Object> values(List<Expression> expressions) {
        return expressions.stream().map(expression -> expression.evaluate(this)).toList();
    }

    void lookOnly(Runnable look) {
        rendering.lookOnly(look);
    }

    Object unknown(Location location, String message, Optional<String> hint) {
        rendering.unknown(location, message, hint);
        return BROKEN;
    }

    Object fail(Location location, String message) {
        rendering.failed(location, message);
        return BROKEN;
    }

    Object fail(Location location, String message, String hint) {
        rendering.failed(location, message, hint);
        return BROKEN;
    }
}
