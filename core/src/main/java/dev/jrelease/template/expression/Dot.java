package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** {@code .}: what {@code with}, {@code range} or a section are about, else everything. */
record Dot(Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return scope.dot();
    }
}
