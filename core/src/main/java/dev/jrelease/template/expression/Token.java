package dev.jrelease.template.expression;

/**
 * A word of the language.
 *
 * @param text what it says: a field's name without the dot, a text without its quotes
 * @param offset where it starts in the expression
 * @param spaced whether white space stands in front of it, which tells {@code .A .B} from {@code .A.B}
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
