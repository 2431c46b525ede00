package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** {@code .}: the value of {@code with}, {@code range} or a section, else the whole context. */
record Dot(Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return scope.dot();
    }
}
