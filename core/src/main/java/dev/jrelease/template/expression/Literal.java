package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** A literal: {@code "text"}, {@code 42}, {@code true}. */
record Literal(Object value, Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return value;
    }
}
