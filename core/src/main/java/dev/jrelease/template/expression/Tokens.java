package dev.jrelease.template.expression;

import dev.jrelease.template.expression.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of an expression, read one after the other. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    /**
     * Starts with the first.
     *
     * @param tokens the last of them is the end token
     */
    Tokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    Token next() {
        return tokens.get(at);
    }

    Token take() {
        Token token = next();
        if (!token.is(Kind.END)) {
            at++;
        }
        return token;
    }

    @Nullable
    Token taken(Kind kind) {
        return next().is(kind) ? take() : null;
    }

    Token expect(Kind kind) throws SyntaxFailure {
        if (next().is(Kind.END) && kind == Kind.CLOSE) {
            throw new SyntaxFailure(next().offset(), "a ')' is missing");
        }
        if (!next().is(kind)) {
            throw unexpected();
        }
        return take();
    }

    /** Whether no white space separates the next token from the one before. */
    boolean isAttached(Kind kind) {
        return next().is(kind) && !next().spaced();
    }

    boolean endsCommand() {
        return next().is(Kind.END) || next().is(Kind.PIPE) || next().is(Kind.CLOSE);
    }

    /** Whether {@code $x :=}, {@code $x =} or {@code $x, $y :=} comes next. */
    boolean declares() {
        int sign = tokens.size() > 3 && tokens.get(1).is(Kind.COMMA) ? 3 : 1;
        return next().is(Kind.VARIABLE)
                && sign < tokens.size()
                && (tokens.get(sign).is(Kind.DECLARE) || tokens.get(sign).is(Kind.ASSIGN));
    }

    SyntaxFailure unexpected() {
        return unexpected(next());
    }

    SyntaxFailure unexpected(Token token) {
        if (token.is(Kind.END)) {
            boolean empty = tokens.size() == 1;
            return new SyntaxFailure(
                    token.offset(), empty ? "there is nothing between {{ and }}" : "something is missing here");
        }
        String message = "unexpected '" + token.text() + "'";
        return token.is(Kind.COMMA)
                ? new SyntaxFailure(
                        token.offset(), message, "write arguments with spaces between them, without parentheses")
                : new SyntaxFailure(token.offset(), message);
    }
}
