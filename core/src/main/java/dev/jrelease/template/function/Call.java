package dev.jrelease.template.function;

import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import java.util.List;
import java.util.stream.IntStream;

/** The arguments of a call, converted to the types of its function. */
public record Call(String function, List<Object> arguments, EvaluationContext context) {

    public Object value(int index) {
        return arguments.get(index);
    }

    public int count() {
        return arguments.size();
    }

    public String text(int index) {
        return switch (arguments.get(index)) {
            case String text -> text;
            case Rendered text -> throw new NotKnown();
            default -> throw refused(index, "text");
        };
    }

    public long number(int index) {
        if (arguments.get(index) instanceof Long number) {
            return number;
        }
        throw refused(index, "a whole number");
    }

    public List<?> list(int index) {
        if (arguments.get(index) instanceof List<?> list) {
            return list;
        }
        throw refused(index, "a list");
    }

    /** A list of text. */
    public List<String> texts(int index) {
        return list(index).stream().map(Values::text).toList();
    }

    /** All arguments from this index on, as text. */
    public List<String> textsFrom(int first) {
        return IntStream.range(first, count()).mapToObj(this::text).toList();
    }

    private FunctionFailure refused(int index, String wanted) {
        String which = count() == 1 ? "its argument" : "its argument " + (index + 1);
        return new FunctionFailure(
                function + " needs " + wanted + ", but " + which + " is " + Values.kind(arguments.get(index)));
    }
}
