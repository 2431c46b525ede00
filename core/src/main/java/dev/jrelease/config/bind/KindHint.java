package dev.jrelease.config.bind;

import dev.jrelease.text.LinearPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Says how to write a value that is a list, a mapping or a text, and should be another of the three. */
final class KindHint {
    private static final LinearPattern PLAIN = LinearPattern.of("[A-Za-z0-9_./-][A-Za-z0-9_./=:@+-]*+");
    private static final LinearPattern FLAGS = LinearPattern.of("-\\S++(?: ++-\\S++)++");
    private static final LinearPattern PAIR = LinearPattern.of("([A-Za-z0-9_.-]++)=(.*+)");

    private KindHint() {}

    /** For a single value that should be a list. */
    static String list(ScalarNode scalar) {
        String text = withoutBrackets(scalar.getValue().strip());
        boolean severalLines = scalar.getStartMark().map(mark -> mark.getLine()).orElse(0)
                < scalar.getEndMark().map(mark -> mark.getLine()).orElse(0);
        if (severalLines || text.contains("\n") || (text.startsWith("-") && !text.startsWith("--"))) {
            return "begin each item with - and a space";
        }
        String between = FLAGS.matches(text) ? " " : text.contains("{{") ? "\0" : ",";
        return Arrays.stream(text.split(between, -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> quoted(Excerpt.of(item)))
                .collect(Collectors.joining(", ", "use [", "]"));
    }

    private static String withoutBrackets(String text) {
        String end = text.startsWith("[") || text.startsWith("(") ? text.substring(1) : text;
        return end.endsWith("]") || end.endsWith(")") ? end.substring(0, end.length() - 1) : end;
    }

    /** For something else that should be keys and values. */
    static Optional<String> mapping(Node node) {
        Optional<String> first = node instanceof SequenceNode list
                ? list.getValue().stream().findFirst().flatMap(KindHint::text)
                : text(node);
        return first.flatMap(PAIR::match)
                .map(pair -> "write " + pair.group(1) + ": " + quoted(pair.group(2)))
                .or(() -> node instanceof ScalarNode
                        ? Optional.of("write each as KEY: value, in a line of its own")
                        : Optional.of("write each as KEY: value, without -"));
    }

    /** For something else that should be a record. */
    static String mapping(Node node, RecordShape shape) {
        return text(node)
                .flatMap(text -> shape.missing(Set.of()).map(only -> "write {" + only + ": " + quoted(text) + "}"))
                .orElseGet(() -> "its keys are " + String.join(", ", shape.keysOfToday()));
    }

    /** For something else that should be a text. */
    static Optional<String> text(Node node, String key) {
        return switch (node) {
            case SequenceNode list
            when list.getValue().size() == 1 ->
                text(list.getValue().getFirst()).map(only -> "write " + key + ": " + quoted(only));
            case MappingNode mapping
            when mapping.getFlowStyle() == FlowStyle.BLOCK && mapping.getValue().size() == 1 ->
                pair(mapping.getValue().getFirst(), key);
            default -> Optional.empty();
        };
    }

    private static Optional<String> pair(NodeTuple pair, String key) {
        List<String> sides = Stream.of(pair.getKeyNode(), pair.getValueNode())
                .flatMap(side -> text(side).stream())
                .toList();
        if (sides.isEmpty()) {
            return Optional.empty();
        }
        if (!key.equals("env")) {
            return Optional.of("quote a text that contains ': '");
        }
        return Optional.of("write " + quoted(sides.getFirst() + "=" + (sides.size() == 2 ? sides.getLast() : "VALUE")));
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    private static String quoted(String text) {
        if (PLAIN.matches(text) && !text.endsWith(":")) {
            return text;
        }
        return text.contains("\"") || text.contains("\\") ? "'" + text.replace("'", "''") + "'" : "\"" + text + "\"";
    }
}
