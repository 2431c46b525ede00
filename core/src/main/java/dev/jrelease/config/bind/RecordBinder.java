package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.Cause;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Suggestion;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Binds mappings to records. Never fails: errors are reported, and defaults replace invalid values. */
public final class RecordBinder {
    private final BindingContext context;
    private final ValueBinder values;

    public RecordBinder(BindingContext context) {
        this.context = context;
        this.values = new ValueBinder(context, this);
    }

    /** Binds the value of a key. */
    public <C> C bindUnder(Class<C> type, MappingNode mapping, String key) {
        RecordShape shape = RecordShape.of(type);
        Entry entry = Entries.of(mapping, context).get(key);
        if (entry == null || YamlReader.isNull(entry.value())) {
            return absent(type, context.place(mapping));
        }
        Object bound = bound(shape, entry.value(), key);
        return bound == null ? absent(type, context.place(entry.value())) : type.cast(bound);
    }

    /** A record with defaults only, at this location. */
    public <C> C absent(Class<C> type, Location place) {
        return type.cast(standIn(RecordShape.of(type), place));
    }

    /** Binds some keys of a mapping; other keys belong to other sections. */
    public <C> C bindAmong(Class<C> type, MappingNode mapping) {
        RecordShape shape = RecordShape.of(type);
        Map<String, Entry> entries = Entries.of(mapping, context);
        entries.values().forEach(entry -> refuseUnsupported(shape, entry));
        Object bound = create(shape, given(shape, entries), context.place(mapping));
        return type.cast(bound == null ? standIn(shape, context.place(mapping)) : bound);
    }

    /** Binds a mapping with no other keys than those of the record. */
    public <C> C bindWhole(Class<C> type, MappingNode mapping) {
        RecordShape shape = RecordShape.of(type);
        refuseOthers(shape, Entries.of(mapping, context));
        return bindAmong(type, mapping);
    }

    /** Binds the list of a key; a single item may be written without a list. */
    public <T> List<T> listUnder(Class<T> item, MappingNode mapping, String key) {
        Entry entry = Entries.of(mapping, context).get(key);
        return entry == null || YamlReader.isNull(entry.value())
                ? List.of()
                : values.list(item, entry.value(), key).stream().map(item::cast).toList();
    }

    /** The keys of a mapping with their locations. */
    public Map<String, Location> keys(MappingNode mapping) {
        Map<String, Location> keys = new LinkedHashMap<>();
        Entries.of(mapping, context).forEach((name, entry) -> keys.put(name, context.place(entry.key())));
        return keys;
    }

    /** The record; null after an error, which was reported. */
    @Nullable
    Object bound(RecordShape shape, Node node, String key) {
        if (node instanceof MappingNode mapping) {
            Map<String, Entry> entries = Entries.of(mapping, context);
            refuseOthers(shape, entries);
            return create(shape, given(shape, entries), context.place(node));
        }
        if (node instanceof ScalarNode scalar && shape.scalar().isPresent()) {
            Map<String, Entry> only = Map.of(shape.scalar().get(), new Entry(scalar, scalar));
            return create(shape, given(shape, only), context.place(node));
        }
        context.problems()
                .error(
                        context.place(node),
                        "'" + key + "' needs keys and values, but this is " + ValueBinder.kind(node),
                        KindHint.mapping(node, shape));
        return null;
    }

    private void refuseOthers(RecordShape shape, Map<String, Entry> entries) {
        Map<String, Component> known = shape.byKey();
        Optional<String> missing = shape.missing(entries.keySet());
        for (Entry entry : entries.values()) {
            boolean unknown = !known.containsKey(entry.name()) && !shape.ignores(entry.name());
            if (!refuseUnsupported(shape, entry) && unknown && reportUnknown(entry, shape, missing)) {
                missing = Optional.empty();
            }
        }
    }

    private boolean refuseUnsupported(RecordShape shape, Entry entry) {
        UnsupportedKey key = shape.unsupported().get(entry.name());
        if (key == null) {
            return false;
        }
        String message = "'" + entry.name() + "' is not supported: " + key.why();
        Location place = context.place(entry.key());
        if (context.isLenient(place) && !key.changesImage()) {
            context.problems().warning(place, message);
        } else {
            context.problems().error(place, message);
        }
        return true;
    }

    /**
     * Reports a key that the record does not have.
     *
     * @param missing the key that is probably meant if none is written almost like this
     * @return whether that key is suggested
     */
    private boolean reportUnknown(Entry entry, RecordShape shape, Optional<String> missing) {
        List<String> known = new ArrayList<>(shape.spellingsOfToday());
        known.addAll(shape.withoutEffect());
        Optional<String> similar = Suggestion.keyOrPart(entry.name(), known);
        Optional<String> meant = similar.or(() -> missing.flatMap(Suggestion::question));
        String hint = meant.orElseGet(() -> "the keys here are " + String.join(", ", shape.keysOfToday()));
        Location place = context.place(entry.key());
        if (meant.isEmpty() && !shape.withoutEffect().isEmpty() && context.isLenient(place)) {
            context.problems().warning(place, "unknown key '" + Excerpt.of(entry.name()) + "'", hint);
        } else {
            context.problems().unknownKey(place, Excerpt.of(entry.name()), hint);
        }
        return similar.isEmpty();
    }

    /** The entry of each component, under any of its keys. */
    private IdentityHashMap<Component, Entry> given(RecordShape shape, Map<String, Entry> entries) {
        Map<String, Component> known = shape.byKey();
        IdentityHashMap<Component, Entry> given = new IdentityHashMap<>();
        entries.forEach((name, entry) -> {
            Component component = known.get(name);
            if (component == null) {
                return;
            }
            Entry earlier = given.putIfAbsent(component, entry);
            if (earlier != null) {
                String message = "'" + name + "' has the same meaning as '" + earlier.name() + "'; remove one of them";
                context.problems().error(context.place(entry.key()), message);
            }
            if (component.former().contains(name)) {
                context.problems()
                        .warning(context.place(entry.key()), "'" + name + "' is deprecated: use " + component.key());
            }
        });
        return given;
    }

    private @Nullable Object create(RecordShape shape, IdentityHashMap<Component, Entry> given, Location place) {
        List<Object> arguments = new ArrayList<>();
        for (Component component : shape.components()) {
            arguments.add(component.isPosition() ? place : argument(shape, component, given.get(component), place));
        }
        try {
            return shape.constructor().newInstance(arguments.toArray());
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException why) {
                context.problems().error(place, String.valueOf(why.getMessage()));
                return null;
            }
            throw new IllegalStateException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object argument(RecordShape shape, Component component, @Nullable Entry entry, Location place) {
        if (entry == null || YamlReader.isNull(entry.value())) {
            if (component.required()) {
                reportMissing(component, place);
            }
            return values.absent(component.type(), place);
        }
        if (isMeantForAnother(component, entry)) {
            boolean _ = reportUnknown(entry, shape, Optional.empty());
            return values.absent(component.type(), place);
        }
        values.checkChoice(component.choices(), entry.value(), entry.name());
        Object bound = component.pairs() && entry.value() instanceof MappingNode mapping
                ? new PairBinder(context, values).bind(mapping)
                : values.bind(component.type(), entry.value(), entry.name(), component.oneOrMany());
        return bound == null ? values.absent(component.type(), context.place(entry.value())) : bound;
    }

    /** Whether a deprecated key for one value has a list: then a key of today was probably meant. */
    private static boolean isMeantForAnother(Component component, Entry entry) {
        return component.today().isPresent()
                && entry.value() instanceof SequenceNode
                && !(component.shape() instanceof ValueShape.Items);
    }

    private void reportMissing(Component component, Location place) {
        String message = "'" + component.key() + "' is missing";
        Problem problem = component.orLeftOut()
                ? new Problem(Severity.WARNING, place, message + ": the entry is left out", Optional.empty())
                : new Problem(Severity.ERROR, place, message, Optional.empty());
        context.problems().addConsequence(problem, new Cause.Mistyped(place, Set.of(component.key())));
    }

    Object standIn(RecordShape shape, Location place) {
        List<Object> arguments = new ArrayList<>();
        for (Component component : shape.components()) {
            arguments.add(component.isPosition() ? place : values.absent(component.type(), place));
        }
        try {
            return shape.constructor().newInstance(arguments.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(shape.type() + " cannot be made of nothing", impossible);
        }
    }
}
