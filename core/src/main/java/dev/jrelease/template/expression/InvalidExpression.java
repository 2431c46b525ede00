package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** What could not be read, and was told when it was. */
record InvalidExpression(Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return Scope.BROKEN;
    }
}
