package dev.jrelease.template.expression;

/**
 * A token.
 *
 * @param text a field's name without the dot, a text without its quotes, or as written
 * @param offset where it starts in the expression
 * @param spaced whether white space comes before it, which distinguishes {@code .A .B} from {@code .A.B}
 */
record Token(Kind kind, String text, int offset, boolean spaced) {
    enum Kind {
        /** {@code .Name}. */
        FIELD,
        /** {@code .}. */
        DOT,
        /** {@code $name}, {@code $}. */
        VARIABLE,
        /** {@code name}. */
        WORD,
        TEXT,
        NUMBER,
        OPEN,
        CLOSE,
        PIPE,
        COMMA,
        /** {@code :=}. */
        DECLARE,
        /** {@code =}. */
        ASSIGN,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
