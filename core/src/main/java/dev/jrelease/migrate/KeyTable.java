package dev.jrelease.migrate;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.image.Platform;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a mapping: those that are followed, under every name they have or had, and what they bind to.
 *
 * @param open whether others are passed over
 * @param read those of sections that are not run, and only read for what others refer to
 */
record KeyTable(Map<String, Known> known, boolean open, Set<String> read) {
    static final KeyTable NONE = new KeyTable(Map.of(), false, Set.of());

    /**
     * A key.
     *
     * @param today what it is called now
     * @param standard what holds without it
     */
    record Known(String today, Type type, boolean former, Optional<String> standard) {
        private static Known of(Component component, boolean former) {
            return new Known(component.key(), component.type(), former, component.standard());
        }
    }

    static KeyTable of(RecordShape shape) {
        return new KeyTable(known(shape), shape.open(), Set.of());
    }

    /** The keys of a whole file. */
    static KeyTable of(List<Section<?>> sections) {
        Map<String, Known> known = new LinkedHashMap<>();
        Set<String> read = new LinkedHashSet<>();
        for (Section<?> section : sections) {
            RecordShape shape = RecordShape.of(section.type());
            if (section.isAcross()) {
                known.putAll(known(shape));
                read.addAll(shape.keys());
                read.removeAll(shape.everyKey());
            } else {
                section.keys().forEach(key -> known.put(key, new Known(key, section.type(), false, Optional.empty())));
            }
        }
        known.keySet().removeAll(read);
        return new KeyTable(known, false, read);
    }

    private static Map<String, Known> known(RecordShape shape) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (Component component : shape.components()) {
            known.put(component.key(), Known.of(component, false));
            component.aliases().forEach(alias -> known.put(alias, Known.of(component, false)));
            component.former().forEach(former -> known.put(former, Known.of(component, true)));
        }
        return known;
    }

    Optional<Known> get(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** The keys of the mappings that stand under a key, if such do: itself, in a list, or by name. */
    static Optional<KeyTable> below(Type type) {
        Class<?> raw = raw(type);
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return below(arguments[arguments.length - 1]);
        }
        return raw.isRecord() && raw != Platform.class ? Optional.of(of(RecordShape.of(raw))) : Optional.empty();
    }

    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    static boolean isMap(Type type) {
        return raw(type) == Map.class
                || (type instanceof ParameterizedType parameterized
                        && raw(type) != List.class
                        && isMap(parameterized.getActualTypeArguments()[0]));
    }

    /** Whether a template may stand under a key, at whichever depth. */
    static boolean isTemplated(Type type) {
        Class<?> raw = raw(type);
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(KeyTable::isTemplated);
        }
        return raw == Template.class
                || raw == Condition.class
                || below(raw).stream()
                        .flatMap(keys -> keys.known().values().stream())
                        .anyMatch(known -> isTemplated(known.type()));
    }
}
