package dev.jrelease.template.function;

/** A function was given something it cannot work with; the message is for people, lower case, without a full stop. */
public final class FunctionFailure extends RuntimeException {
    public FunctionFailure(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
