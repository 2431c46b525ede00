package dev.jrelease.template.text;

/** The result of a function depends on a value that is not known. */
public final class NotKnown extends RuntimeException {
    public NotKnown() {
        super("the value is not known", null, false, false);
    }
}
