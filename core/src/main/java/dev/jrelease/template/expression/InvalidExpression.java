package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** An expression with a syntax error, which was reported. */
record InvalidExpression(Location location) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
        return Scope.BROKEN;
    }
}
