package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/**
 * {@code .Name}, or mustache's bare {@code name}.
 *
 * @param bare looked for in every section around it; with a dot, only in what {@code with} or {@code range} are about
 */
record Name(String name, boolean bare, Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return bare ? scope.find(name, location) : scope.field(name, location);
    }
}
