package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import java.util.List;
import java.util.Optional;

/**
 * {@code $x := value}, or {@code $x = value} for a variable that is there.
 *
 * @param names two of them only for {@code range}
 */
public record Declaration(List<String> names, boolean assigns, Expression value, Location location)
        implements Expression {
    public Declaration {
        names = List.copyOf(names);
    }

    /** The value itself, which the variable has afterwards. */
    @Override
    public Object evaluate(Scope scope) {
        Object evaluated = value.evaluate(scope);
        set(scope, names.getLast(), evaluated);
        return evaluated;
    }

    /** Gives one of the variables a value. */
    public void set(Scope scope, String name, Object evaluated) {
        Optional<String> condition = scope.rendering().condition();
        if (assigns && condition.isPresent()) {
            scope.rendering().variables().assignIf(condition.get(), name, evaluated);
        } else if (assigns && scope.rendering().looksOnly()) {
            return; // what stands behind it sees the value that it has now
        } else if (assigns) {
            scope.rendering().variables().assign(name, evaluated);
        } else {
            scope.rendering().variables().declare(name, evaluated);
        }
    }
}
