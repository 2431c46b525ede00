package dev.jrelease.template.text;

/**
 * A value that is known only when the release runs, or such a part of a text.
 *
 * @param source the template that gives it, with the values of all known names: <code>{{ .Env.OWNER }}</code>. Two with
 *     the same source have the same value
 */
public record Unknown(String source) implements Rendered.Part {
    private static final String OPEN = "{{ ";
    private static final String CLOSE = " }}";

    /** The value of an expression. */
    public static Unknown of(String expression) {
        return new Unknown(OPEN + expression + CLOSE);
    }

    /** The expression for use inside another. */
    public String expression() {
        return source.startsWith(OPEN) && source.indexOf(CLOSE) == source.length() - CLOSE.length()
                ? source.substring(OPEN.length(), source.length() - CLOSE.length())
                : source;
    }

    /** Whether it is a single name. */
    boolean isName() {
        return expression().indexOf(' ') < 0 && expression().startsWith(".");
    }

    @Override
    public String toString() {
        return source;
    }
}
