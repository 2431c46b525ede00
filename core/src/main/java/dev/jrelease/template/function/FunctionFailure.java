package dev.jrelease.template.function;

/** The arguments of a function are invalid. The message is for users, lower case, without a full stop. */
public final class FunctionFailure extends RuntimeException {
    public FunctionFailure(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
