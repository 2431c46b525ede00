package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** {@code "text"}, {@code 42}, {@code true}: stands for itself. */
record Literal(Object value, Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return value;
    }
}
