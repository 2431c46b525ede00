package dev.jrelease.template.function;

import java.util.List;

/**
 * A function that templates can call.
 *
 * @param fewest how many arguments it needs, the one that a pipe adds included
 * @param most how many it takes
 * @param usage an example, as it would stand in a template
 * @param meaning what it gives, for the reference
 */
public record Function(String name, int fewest, int most, String usage, String meaning, Body body) {
    private static final int ANY = Integer.MAX_VALUE;

    /** What a function does. */
    @FunctionalInterface
    public interface Body {
        /** Never null; what cannot be done is a {@link FunctionFailure}. */
        Object apply(Call call);
    }

    static Function of(String usage, int arguments, String meaning, Body body) {
        return new Function(nameIn(usage), arguments, arguments, usage, meaning, body);
    }

    static Function of(String usage, int fewest, int most, String meaning, Body body) {
        return new Function(nameIn(usage), fewest, most, usage, meaning, body);
    }

    static Function atLeast(String usage, int fewest, String meaning, Body body) {
        return new Function(nameIn(usage), fewest, ANY, usage, meaning, body);
    }

    private static String nameIn(String usage) {
        int space = usage.indexOf(' ');
        return space < 0 ? usage : usage.substring(0, space);
    }

    /** Whether it can be called with so many arguments. */
    public boolean takes(int count) {
        return count >= fewest && count <= most;
    }

    /** {@code 2 arguments}, {@code at least 1 argument}: how many it wants. */
    public String wants() {
        String fewestArguments = fewest + (fewest == 1 ? " argument" : " arguments");
        if (most == ANY) {
            return "at least " + fewestArguments;
        }
        return fewest == most ? fewestArguments : fewest + " to " + most + " arguments";
    }

    /** Calls it. */
    public Object call(List<Object> arguments, EvaluationContext context) {
        return body.apply(new Call(name, arguments, context));
    }
}
