package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;

/** An expression between braces. */
public sealed interface Expression
        permits Literal, Dot, Name, Variable, Member, Invocation, Declaration, InvalidExpression {
    /** Its location in the file. */
    Location location();

    /** Its value. An error is reported to the scope and gives {@link Scope#BROKEN}. */
    Object evaluate(Scope scope);
}
