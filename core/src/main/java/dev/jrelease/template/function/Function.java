package dev.jrelease.template.function;

import java.util.List;

/**
 * A function of templates.
 *
 * @param fewest the minimum number of arguments, including the one of a pipe
 * @param most the maximum number of arguments
 * @param usage an example in a template
 * @param meaning of the result, for the reference
 */
public record Function(String name, int fewest, int most, String usage, String meaning, Body body) {
    private static final int ANY = Integer.MAX_VALUE;

    /** The implementation of a function. */
    @FunctionalInterface
    public interface Body {
        /**
         * The result, never null.
         *
         * @throws FunctionFailure if the arguments are invalid
         */
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

    /** Whether this number of arguments is valid. */
    public boolean takes(int count) {
        return count >= fewest && count <= most;
    }

    /** {@code 2 arguments}, {@code at least 1 argument}. */
    public String wants() {
        String fewestArguments = fewest + (fewest == 1 ? " argument" : " arguments");
        if (most == ANY) {
            return "at least " + fewestArguments;
        }
        return fewest == most ? fewestArguments : fewest + " to " + most + " arguments";
    }

    /** Calls the function. */
    public Object call(List<Object> arguments, EvaluationContext context) {
        return body.apply(new Call(name, arguments, context));
    }
}
