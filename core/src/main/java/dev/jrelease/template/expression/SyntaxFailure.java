package dev.jrelease.template.expression;

import org.jspecify.annotations.Nullable;

/** A syntax error in an expression, with its offset. */
final class SyntaxFailure extends Exception {
    private final int offset;
    private final @Nullable String hint;

    SyntaxFailure(int offset, String message) {
        this(offset, message, null);
    }

    SyntaxFailure(int offset, String message, @Nullable String hint) {
        super(message, null, false, false);
        this.offset = offset;
        this.hint = hint;
    }

    int offset() {
        return offset;
    }

    @Nullable
    String hint() {
        return hint;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
