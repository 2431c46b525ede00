package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** A variable {@code $name}; {@code $} alone is the whole context. */
record Variable(String name, Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return name.equals("$")
                ? scope.rendering().context()
                : scope.rendering().variables().value(name);
    }
}
