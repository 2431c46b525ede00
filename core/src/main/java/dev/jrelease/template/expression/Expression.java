package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** Something between two pairs of braces that has a value. */
public sealed interface Expression
        permits Literal, Dot, Name, Variable, Member, Invocation, Declaration, InvalidExpression {
    /** Where it stands. */
    Location location();

    /** Its value here and now; what goes wrong is told to the scope, and gives {@link Scope#BROKEN}. */
    Object evaluate(Scope scope);
}
