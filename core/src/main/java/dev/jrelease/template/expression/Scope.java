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
 * The values that an expression sees at its place.
 *
 * @param around the values of the enclosing sections and blocks, the outermost first; the first is the rendering
 */
public record Scope(Rendering rendering, List<Object> around) {
    /** The value of an expression with an error, which was reported. */
    public static final Object BROKEN = new Object() {
        @Override
        public String toString() {
            return "";
        }
    };

    /** The value of {@code with} or {@code range}: names with a dot are looked up there only. */
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

    /** The value of a name with a dot. */
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
                        location, "'." + name + "' is not a member of the value of 'with' or 'range'", atTheTop(name)));
    }

    private Optional<String> atTheTop(String name) {
        return rendering.context().value(name).map(value -> "$." + name + " is the outer one");
    }

    /** The value of a bare name, looked up from the inside out. */
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

    /**
     * Reports a name without a value. For a check it is not an error, because it may not be needed in the release's
     * environment.
     */
    private Object lacking(Location location, String message) {
        return rendering.condition().isPresent() ? BROKEN : unknown(location, message, Optional.empty());
    }

    private Optional<String> instead(String name) {
        return Functions.named(name)
                .map(function -> "use the function like this: " + function.usage())
                .or(() -> Suggestion.didYouMean(name, rendering.context().names()));
    }

    /** The text of a value. */
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

    void evaluateUnwritten(Runnable evaluation) {
        rendering.evaluateUnwritten(evaluation);
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
