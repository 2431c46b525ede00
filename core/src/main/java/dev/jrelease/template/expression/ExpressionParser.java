package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Parses an expression.
 *
 * @see <a href="https://pkg.go.dev/text/template#hdr-Pipelines">Go's pipelines</a>
 */
public final class ExpressionParser {
    private static final int DEEPEST = 100;

    private final Tokens tokens;
    private final Operands operands;
    private final List<String> declared;
    private final IntFunction<Location> positions;
    private int depth;

    private ExpressionParser(
            List<Token> tokens, List<String> declared, IntFunction<Location> positions, Problems problems) {
        this.tokens = new Tokens(tokens);
        this.declared = declared;
        this.positions = positions;
        this.operands = new Operands(positions, problems);
    }

    /**
     * Parses a whole expression; after an error, which is reported, it has no value.
     *
     * @param after the text behind the expression
     * @param declared the variables in scope; those that the expression declares are added
     * @param positions of the text's characters in the file
     */
    public static Expression parse(
            String text, String after, List<String> declared, IntFunction<Location> positions, Problems problems) {
        try {
            return new ExpressionParser(Lexer.tokens(text, after), declared, positions, problems).whole();
        } catch (SyntaxFailure wrong) {
            Location location = positions.apply(wrong.offset());
            if (wrong.hint() == null) {
                problems.error(location, wrong.getMessage());
            } else {
                problems.error(location, wrong.getMessage(), wrong.hint());
            }
            return new InvalidExpression(location);
        }
    }

    private Expression whole() throws SyntaxFailure {
        Expression expression = tokens.declares() ? declaration() : pipeline();
        tokens.expect(Kind.END);
        return expression;
    }

    private Expression declaration() throws SyntaxFailure {
        Token first = tokens.take();
        List<String> names = new ArrayList<>(List.of(first.text()));
        if (tokens.taken(Kind.COMMA) != null) {
            names.add(tokens.expect(Kind.VARIABLE).text());
        }
        boolean assigns = tokens.take().is(Kind.ASSIGN);
        Expression value = pipeline();
        for (String name : names) {
            if (assigns && !declared.contains(name)) {
                throw new SyntaxFailure(first.offset(), "there is no variable " + name, "declare it with :=");
            }
        }
        declared.addAll(assigns ? List.of() : names);
        return new Declaration(names, assigns, value, positions.apply(first.offset()));
    }

    private Expression pipeline() throws SyntaxFailure {
        int outside = depth;
        deeper();
        Expression value = command(null);
        while (tokens.taken(Kind.PIPE) != null) {
            deeper();
            value = command(value);
        }
        depth = outside;
        return value;
    }

    /** Counts nesting, which is limited for parsing and for evaluation. */
    private void deeper() throws SyntaxFailure {
        if (++depth > DEEPEST) {
            throw new SyntaxFailure(tokens.next().offset(), "nested more than " + DEEPEST + " deep");
        }
    }

    private Expression command(@Nullable Expression piped) throws SyntaxFailure {
        Token first = tokens.next();
        if (first.is(Kind.WORD) && !operands.isLiteral(first)) {
            tokens.take();
            if (tokens.isAttached(Kind.FIELD)) {
                return operands.applied(chain(operands.bare(first)), arguments(piped), first);
            }
            return operands.call(first, arguments(piped));
        }
        Expression operand = operand();
        return operands.applied(operand, arguments(piped), first);
    }

    private List<Expression> arguments(@Nullable Expression piped) throws SyntaxFailure {
        List<Expression> arguments = new ArrayList<>();
        while (!tokens.endsCommand()) {
            if (!tokens.next().spaced() && !tokens.next().is(Kind.OPEN)) {
                throw tokens.unexpected();
            }
            arguments.add(operand());
        }
        if (piped != null) {
            arguments.add(piped);
        }
        return arguments;
    }

    private Expression operand() throws SyntaxFailure {
        Token token = tokens.take();
        return switch (token.kind()) {
            case TEXT, NUMBER -> operands.literal(token);
            case WORD -> operands.isLiteral(token) ? operands.literal(token) : chain(operands.alone(token));
            case FIELD -> chain(new Name(token.text(), false, at(token)));
            case DOT -> new Dot(at(token));
            case VARIABLE -> chain(variable(token));
            case OPEN -> chain(parenthesized());
            default -> throw tokens.unexpected(token);
        };
    }

    private Expression parenthesized() throws SyntaxFailure {
        Expression inside = pipeline();
        tokens.expect(Kind.CLOSE);
        return inside;
    }

    private Expression variable(Token token) throws SyntaxFailure {
        if (!token.text().equals("$") && !declared.contains(token.text())) {
            throw new SyntaxFailure(token.offset(), "there is no variable " + token.text());
        }
        return new Variable(token.text(), at(token));
    }

    private Expression chain(Expression start) throws SyntaxFailure {
        int outside = depth;
        Expression value = start;
        while (tokens.isAttached(Kind.FIELD)) {
            deeper();
            Token field = tokens.take();
            value = new Member(value, field.text(), List.of(), at(field));
        }
        depth = outside;
        return value;
    }

    private Location at(Token token) {
        return positions.apply(token.offset());
    }
}
