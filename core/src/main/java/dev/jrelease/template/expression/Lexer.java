package dev.jrelease.template.expression;

import dev.jrelease.template.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits an expression into tokens. */
final class Lexer {
    private final String text;
    private final String after;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean spaced;

    private Lexer(String text, String after) {
        this.text = text;
        this.after = after;
    }

    /** @param after the text behind the expression */
    static List<Token> tokens(String text, String after) throws SyntaxFailure {
        Lexer lexer = new Lexer(text, after);
        while (lexer.skipSpace()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", text.length());
        return lexer.tokens;
    }

    private boolean skipSpace() {
        int from = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        spaced = at > from;
        return at < text.length();
    }

    private void next() throws SyntaxFailure {
        char first = text.charAt(at);
        switch (first) {
            case '(' -> one(Kind.OPEN);
            case ')' -> one(Kind.CLOSE);
            case '|' -> one(Kind.PIPE);
            case ',' -> one(Kind.COMMA);
            case '=' -> one(Kind.ASSIGN);
            case ':' -> declare();
            case '"', '\'', '`' -> quoted();
            case '.' -> field();
            case '$' -> named(Kind.VARIABLE);
            default -> {
                if (isNumber(first)) {
                    word(Kind.NUMBER, at);
                } else if (Character.isUnicodeIdentifierStart(first) || first == '_') {
                    named(Kind.WORD);
                } else {
                    throw new SyntaxFailure(at, "unexpected '" + Character.toString(text.codePointAt(at)) + "'");
                }
            }
        }
    }

    private void one(Kind kind) {
        add(kind, text.substring(at, at + 1), at);
        at++;
    }

    private void declare() throws SyntaxFailure {
        if (!text.startsWith(":=", at)) {
            throw new SyntaxFailure(at, "unexpected ':'");
        }
        add(Kind.DECLARE, ":=", at);
        at += 2;
    }

    private boolean isNumber(char first) {
        boolean signed = (first == '-' || first == '+') && at + 1 < text.length();
        return isDigit(signed ? text.charAt(at + 1) : first);
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private void field() {
        int from = at++;
        if (at < text.length() && isNamePart(text.charAt(at))) {
            word(Kind.FIELD, at);
        } else {
            add(Kind.DOT, ".", from);
        }
    }

    private void named(Kind kind) {
        int from = at++;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        add(kind, text.substring(from, at), from);
    }

    private static boolean isNamePart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }

    /** A token up to the next character that ends a word. */
    private void word(Kind kind, int from) {
        int start = kind == Kind.FIELD ? from - 1 : from;
        at = from + 1;
        while (at < text.length() && (isNamePart(text.charAt(at)) || (kind == Kind.NUMBER && inNumber(at)))) {
            at++;
        }
        add(kind, text.substring(from, at), start);
    }

    private boolean inNumber(int index) {
        char letter = text.charAt(index);
        boolean exponent = "eE".indexOf(text.charAt(index - 1)) >= 0;
        return letter == '.' || ((letter == '-' || letter == '+') && exponent);
    }

    private void quoted() throws SyntaxFailure {
        int from = at;
        int end = Quotes.end(text, from);
        if (end < 0) {
            char quote = text.charAt(from);
            throw new SyntaxFailure(from, "the text has no closing " + quote, Quotes.hint(quote, after));
        }
        String inside = text.substring(from + 1, end);
        switch (text.charAt(from)) {
            case '`' -> add(Kind.TEXT, inside, from);
            case '"' -> add(Kind.TEXT, Quotes.unescaped(inside, from + 1), from);
            default -> add(Kind.NUMBER, Quotes.character(inside, from), from);
        }
        at = end + 1;
    }

    private void add(Kind kind, String said, int offset) {
        tokens.add(new Token(kind, said, offset, spaced));
    }
}
