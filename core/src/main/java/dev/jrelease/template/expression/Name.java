package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/**
 * {@code .Name}, or mustache's bare {@code name}.
 *
 * @param bare whether it is looked up in all enclosing sections; with a dot, it is looked up in the value of {@code
 *     with} or {@code range} only
 */
record Name(String name, boolean bare, Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return bare ? scope.find(name, location) : scope.field(name, location);
    }
}
