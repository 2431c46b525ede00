package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import dev.jrelease.template.function.Function;
import dev.jrelease.template.function.FunctionFailure;
import dev.jrelease.template.function.Values;
import dev.jrelease.template.text.NotKnown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function call: {@code name arguments}. */
record Invocation(Function function, List<Expression> arguments, Location location) implements Expression {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int CHARACTERS_PER_STEP = 256;

    Invocation {
        arguments = List.copyOf(arguments);
    }

    @Override
    public Object evaluate(Scope scope) {
        return switch (function.name()) {
            case "and" -> first(false, scope);
            case "or" -> first(true, scope);
            default -> call(scope, scope.values(arguments));
        };
    }

    /** The first argument that decides; as in Go, the ones after it are not evaluated. */
    private Object first(boolean truth, Scope scope) {
        Object last = Scope.BROKEN;
        for (int i = 0; i < arguments.size(); i++) {
            last = arguments.get(i).evaluate(scope);
            Optional<Boolean> decides = Scope.BROKEN.equals(last) ? Optional.of(!truth) : Values.truth(last);
            if (!decides.equals(Optional.of(!truth))) {
                List<Expression> others = arguments.subList(i + 1, arguments.size());
                return decides.isPresent() ? decided(last, others, scope) : undecided(last, others, scope);
            }
        }
        return last;
    }

    private static Object decided(Object value, List<Expression> others, Scope scope) {
        scope.evaluateUnwritten(() -> scope.values(others));
        return value;
    }

    /** Evaluates the remaining arguments, which may not be needed. */
    private Object undecided(Object value, List<Expression> others, Scope scope) {
        List<Object> values = new ArrayList<>(List.of(value));
        scope.rendering().perhaps(WrittenExpression.of(value), () -> values.addAll(scope.values(others)));
        return WrittenExpression.ofCall(function.name(), values);
    }

    /** The work for a value, relative to a call. */
    private static int size(Object value) {
        return value instanceof String text ? text.length() / CHARACTERS_PER_STEP : 0;
    }

    private Object call(Scope scope, List<Object> values) {
        scope.rendering().steps(1 + values.stream().mapToInt(Invocation::size).sum());
        if (values.contains(Scope.BROKEN)) {
            return Scope.BROKEN;
        }
        try {
            Object result = function.call(values, scope.rendering().context());
            if (result instanceof String text && text.length() > LONGEST_TEXT) {
                return scope.fail(location, "the result of " + function.name() + " is too long");
            }
            return scope.rendering().context().secrets().made(result, values);
        } catch (NotKnown missing) {
            return WrittenExpression.ofCall(function.name(), values);
        } catch (FunctionFailure failure) {
            return scope.fail(location, failure.getMessage());
        }
    }
}
