package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import java.util.List;
import java.util.Optional;

/**
 * {@code $x := value}, or {@code $x = value} for an existing variable.
 *
 * @param names two of them only for {@code range}
 */
public record Declaration(List<String> names, boolean assigns, Expression value, Location location)
        implements Expression {
    public Declaration {
        names = List.copyOf(names);
    }

    /** Assigns the value, and returns it. */
    @Override
    public Object evaluate(Scope scope) {
        Object evaluated = value.evaluate(scope);
        set(scope, names.getLast(), evaluated);
        return evaluated;
    }

    /** Assigns a value to one of the variables. */
    public void set(Scope scope, String name, Object evaluated) {
        Optional<String> condition = scope.rendering().condition();
        if (assigns && condition.isPresent()) {
            scope.rendering().variables().assignIf(condition.get(), name, evaluated);
        } else if (assigns && scope.rendering().isUnwritten()) {
            return; // later expressions see the current value
        } else if (assigns) {
            scope.rendering().variables().assign(name, evaluated);
        } else {
            scope.rendering().variables().declare(name, evaluated);
        }
    }
}
