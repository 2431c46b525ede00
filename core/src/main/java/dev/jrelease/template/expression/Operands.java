package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.expression.Token.Kind;
import dev.jrelease.template.function.Function;
import dev.jrelease.template.function.Functions;
import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Creates expressions of tokens, and reports errors that do not depend on values. */
final class Operands {
    private static final LinearPattern FRACTION =
            LinearPattern.of("[-+]?[0-9]++(?:\\.[0-9]*+(?:[eE][-+]?[0-9]++)?|[eE][-+]?[0-9]++)");
    private static final LinearPattern PREFIXED = LinearPattern.of("([-+]?)0([bBoO])([0-7]++)");
    private static final Set<String> WORDS = Set.of("true", "false", "nil");
    private static final Set<String> NOT_SUPPORTED = Set.of("call", "js");

    private final IntFunction<Location> positions;
    private final Problems problems;

    Operands(IntFunction<Location> positions, Problems problems) {
        this.positions = positions;
        this.problems = problems;
    }

    boolean isLiteral(Token token) {
        return WORDS.contains(token.text());
    }

    Expression literal(Token token) throws SyntaxFailure {
        return new Literal(value(token), at(token));
    }

    private static Object value(Token token) throws SyntaxFailure {
        if (token.is(Kind.TEXT)) {
            return token.text();
        }
        if (token.is(Kind.NUMBER)) {
            return number(token);
        }
        if (token.text().equals("nil")) {
            throw new SyntaxFailure(token.offset(), "nil is not a value");
        }
        return token.text().equals("true");
    }

    private static Object number(Token token) throws SyntaxFailure {
        String digits = token.text().replace("_", "");
        try {
            if (FRACTION.matches(digits)) {
                return Double.valueOf(digits);
            }
            return PREFIXED.match(digits)
                    .map(number -> Long.valueOf(
                            number.group(1) + number.group(3), number.group(2).equalsIgnoreCase("b") ? 2 : 8))
                    .orElseGet(() -> Long.decode(digits));
        } catch (NumberFormatException none) {
            throw new SyntaxFailure(token.offset(), "'" + token.text() + "' is not a number");
        }
    }

    /** A name without a dot, of which members are taken. */
    Expression bare(Token token) {
        return new Name(token.text(), true, at(token));
    }

    /** A word as an argument: a name, or a function without arguments. */
    Expression alone(Token token) {
        return call(token, List.of());
    }

    /** A word with its arguments: a call, or a name if there are none. */
    Expression call(Token token, List<Expression> arguments) {
        Optional<Function> function = Functions.named(token.text());
        if (arguments.isEmpty() && function.filter(known -> known.takes(0)).isEmpty()) {
            return bare(token);
        }
        if (function.isEmpty()) {
            return unknown(token);
        }
        if (!function.get().takes(arguments.size())) {
            problems.error(
                    at(token),
                    token.text() + " takes " + function.get().wants() + ", not " + arguments.size(),
                    function.get().usage());
            return new InvalidExpression(at(token));
        }
        return new Invocation(function.get(), arguments, at(token));
    }

    private Expression unknown(Token token) {
        String message = NOT_SUPPORTED.contains(token.text())
                ? "the function '" + token.text() + "' is not supported"
                : "there is no function '" + token.text() + "'";
        Functions.didYouMean(token.text())
                .ifPresentOrElse(
                        hint -> problems.error(at(token), message, hint), () -> problems.error(at(token), message));
        return new InvalidExpression(at(token));
    }

    /** A value with arguments: only methods take arguments. */
    Expression applied(Expression operand, List<Expression> arguments, Token first) throws SyntaxFailure {
        if (arguments.isEmpty() || operand instanceof InvalidExpression) {
            return operand;
        }
        if (operand instanceof Member member) {
            return new Member(member.of(), member.name(), arguments, member.location());
        }
        throw new SyntaxFailure(first.offset(), "'" + first.text() + "' is not a function and takes no arguments");
    }

    private Location at(Token token) {
        return positions.apply(token.offset());
    }
}
