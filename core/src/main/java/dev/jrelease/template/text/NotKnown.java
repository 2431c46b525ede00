package dev.jrelease.template.text;

/** The result of a function depends on an unknown value. */
public final class NotKnown extends RuntimeException {
    public NotKnown() {
        super("the value is not known", null, false, false);
    }
}
