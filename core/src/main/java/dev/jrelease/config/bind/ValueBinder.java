package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.ScalarPositions;
import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Positions;
import dev.jrelease.template.Template;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Binds a value to the type of its component. */
final class ValueBinder {
    private final BindingContext context;
    private final RecordBinder records;
    /** Templates by node: a node with many aliases is parsed once. */
    private final Map<ScalarNode, Template> templates = new HashMap<>();

    ValueBinder(BindingContext context, RecordBinder records) {
        this.context = context;
        this.records = records;
    }

    /** The value; null after an error, which was reported. */
    @Nullable
    Object bind(Type type, Node node, String key, boolean oneOrMany) {
        if (!context.enter(node)) {
            return null;
        }
        try {
            Class<?> raw = raw(type);
            if (raw == Optional.class) {
                return Optional.ofNullable(bind(argument(type, 0), node, key, oneOrMany))
                        .or(() -> standIn(argument(type, 0), node));
            }
            if (raw == Located.class) {
                Object bound = bind(argument(type, 0), node, key, oneOrMany);
                return bound == null ? null : new Located<>(bound, context.place(node));
            }
            if (raw == LazilyBound.class) {
                return later(argument(type, 0), node, key, oneOrMany);
            }
            if (raw == List.class) {
                return list(argument(type, 0), node, key, oneOrMany);
            }
            if (raw == Map.class) {
                return map(argument(type, 0), argument(type, 1), node, key);
            }
            return raw.isRecord() && !Scalars.isScalar(raw)
                    ? records.bound(RecordShape.of(raw), node, key)
                    : scalar(raw, node, key);
        } finally {
            context.leave();
        }
    }

    /** A mapping with an error is there: what is wrong is reported once. */
    private Optional<Object> standIn(Type type, Node node) {
        Class<?> raw = raw(type);
        return raw.isRecord() && !Scalars.isScalar(raw) && raw != Located.class && raw != LazilyBound.class
                ? Optional.of(records.standIn(RecordShape.of(raw), context.place(node)))
                : Optional.empty();
    }

    private LazilyBound<Object> later(Type type, Node node, String key, boolean oneOrMany) {
        return new LazilyBound<>(() -> {
            Object bound = bind(type, node, key, oneOrMany);
            return bound == null ? absent(type, context.place(node)) : bound;
        });
    }

    /** A list, also from a single item. */
    List<?> list(Class<?> item, Node node, String key) {
        return list(item, node, key, true) instanceof List<?> list ? list : List.of();
    }

    private @Nullable Object list(Type item, Node node, String key, boolean oneOrMany) {
        if (node instanceof SequenceNode sequence) {
            return items(item, sequence, key);
        }
        if (oneOrMany) {
            Object only = bind(item, node, key, false);
            return only == null ? null : List.of(only);
        }
        String hint = node instanceof ScalarNode scalar ? KindHint.list(scalar) : "begin each item with -";
        context.problems().error(context.place(node), "'" + key + "' needs a list, but this is " + kind(node), hint);
        return null;
    }

    private List<Object> items(Type item, SequenceNode sequence, String key) {
        List<Object> bound = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            if (YamlReader.isNull(node)) {
                context.problems().warning(context.place(node), "an item of '" + key + "' is empty");
                continue;
            }
            Object value = bind(item, node, key, false);
            if (value != null) {
                bound.add(value);
            }
        }
        return List.copyOf(bound);
    }

    private @Nullable Object map(Type named, Type item, Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            report(node, "'" + key + "' needs keys and values, but this is " + kind(node), KindHint.mapping(node));
            return null;
        }
        Map<Object, Object> bound = new LinkedHashMap<>();
        Entries.of(mapping, context).forEach((name, entry) -> {
            Object value = YamlReader.isNull(entry.value())
                    ? absent(item, context.place(entry.value()))
                    : bound(item, entry, name);
            if (value != null) {
                bound.put(named == Template.class ? known(entry.key()) : name, value);
            }
        });
        return Collections.unmodifiableMap(bound);
    }

    /** A list of templates with an error has a value that is not known: what follows from it is not reported. */
    private @Nullable Object bound(Type item, Entry entry, String name) {
        Object value = bind(item, entry.value(), name, false);
        boolean unknown = value == null && raw(item) == List.class && raw(argument(item, 0)) == Template.class;
        return unknown ? List.of(Template.broken(context.place(entry.value()))) : value;
    }

    private @Nullable Object scalar(Class<?> type, Node node, String key) {
        if (!(node instanceof ScalarNode scalar)) {
            reportNoScalar(type, node, key);
            return null;
        }
        if (type == Template.class || type == Condition.class) {
            Template template = known(scalar);
            return type == Template.class
                    ? template
                    : Scalars.condition(template, context.isLenient(template.location()), context.problems());
        }
        try {
            return Scalars.value(type, scalar.getValue());
        } catch (ScalarFailure wrong) {
            report(wrong, node, key);
            return null;
        }
    }

    private Template known(ScalarNode scalar) {
        return templates.computeIfAbsent(scalar, this::template);
    }

    private void report(ScalarFailure wrong, Node node, String key) {
        report(node, "'" + key + "' needs " + wrong.getMessage(), wrong.hint());
    }

    /** Reports a text that is not one of the allowed words. */
    void checkChoice(List<String> words, Node node, String key) {
        if (words.isEmpty()
                || !(node instanceof ScalarNode scalar)
                || scalar.getValue().isEmpty()) {
            return;
        }
        try {
            Scalars.requireOneOf(words, scalar.getValue());
        } catch (ScalarFailure wrong) {
            report(wrong, node, key);
        }
    }

    private Template template(ScalarNode scalar) {
        SourceFile file = context.file(scalar);
        Positions positions = ScalarPositions.of(scalar, file.text());
        return Template.parse(scalar.getValue(), positions, file.partials(), context.problems());
    }

    void reportNoScalar(Class<?> type, Node node, String key) {
        String message = "'" + key + "' needs " + Scalars.wanted(type) + ", but this is " + kind(node);
        boolean template = context.file(node).text().startsWith(node, "{{");
        report(node, message, template ? Optional.of(context.quotes()) : KindHint.text(node, key));
    }

    private void report(Node node, String message, Optional<String> hint) {
        context.problems().add(new Problem(Severity.ERROR, context.place(node), message, hint));
    }

    /** The default of a type. */
    Object absent(Type type, Location place) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return Optional.empty();
        }
        if (raw == Located.class) {
            return new Located<>(absent(argument(type, 0), place), place);
        }
        if (raw == LazilyBound.class) {
            return new LazilyBound<>(() -> absent(argument(type, 0), place));
        }
        if (raw == List.class) {
            return List.of();
        }
        if (raw == Map.class) {
            return Map.of();
        }
        return raw.isRecord() && !Scalars.isScalar(raw)
                ? records.standIn(RecordShape.of(raw), place)
                : Scalars.absent(raw, place);
    }

    static String kind(Node node) {
        return switch (node) {
            case MappingNode mapping -> "a mapping";
            case SequenceNode sequence -> "a list";
            default -> YamlReader.isNull(node) ? "nothing" : "a single value";
        };
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
