package dev.jrelease.template.expression;

import dev.jrelease.template.function.EvaluationContext;
import dev.jrelease.template.function.UnknownVariables;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes expressions with an unknown value, with the values of their operands. */
public final class WrittenExpression {
    private WrittenExpression() {}

    /** The result of a function for these arguments. */
    static Unknown ofCall(String function, List<Object> arguments) {
        return Unknown.of(arguments.stream()
                .map(WrittenExpression::operand)
                .map(argument -> " " + argument)
                .collect(Collectors.joining("", function, "")));
    }

    /** A member of a value. */
    static Unknown ofPart(Object owner, String name, List<Object> arguments) {
        return ofCall(operand(owner) + "." + name, arguments);
    }

    /** A single value. */
    public static String of(Object value) {
        return switch (value) {
            case Unknown unknown -> unknown.expression();
            case Rendered(List<Rendered.Part> parts)
            when parts.size() == 1 && parts.getFirst() instanceof Unknown one -> one.expression();
            case Rendered text -> quoted(text.toString());
            case String text -> quoted(text);
            case List<?> list ->
                list.stream().map(WrittenExpression::operand).collect(Collectors.joining(" ", "list ", ""));
            case Map<?, ?> map -> "map " + map;
            case UnknownVariables variables -> ".Env";
            case EvaluationContext everything -> "$";
            case ZonedDateTime time -> ".Now";
            default -> value.toString();
        };
    }

    private static String operand(Object value) {
        String written = of(value);
        boolean whole = written.indexOf(' ') < 0 || value instanceof String || written.startsWith("\"");
        return whole ? written : "(" + written + ")";
    }

    private static String quoted(String text) {
        return text.indexOf('"') < 0 && text.indexOf('\\') < 0 ? '"' + text + '"' : '`' + text + '`';
    }
}
