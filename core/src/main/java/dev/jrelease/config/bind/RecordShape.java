package dev.jrelease.config.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The YAML form of a record: its keys with their annotations.
 *
 * @param description for users, if a section has a single key
 * @param unsupported known keys that are not followed
 * @param scalar the key whose value may replace the whole record
 * @param ignored set if other keys are ignored: those, or every one if there are none
 */
public record RecordShape(
        Class<?> type,
        Optional<String> description,
        List<Component> components,
        Map<String, UnsupportedKey> unsupported,
        Optional<String> scalar,
        Optional<List<String>> ignored) {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    private static final ClassValue<Map<String, Component>> KEYS = new ClassValue<>() {
        @Override
        protected Map<String, Component> computeValue(Class<?> type) {
            return of(type).findKeys();
        }
    };

    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            return findConstructor(type);
        }
    };

    /** The form of a record. */
    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static RecordShape read(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type + " is not a record");
        }
        RecordNotes notes = RecordNotes.of(type);
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(ComponentNotes.of(component, notes.ofComponents().get(components.size())));
        }
        Map<String, UnsupportedKey> unsupported = new LinkedHashMap<>();
        for (Note note : notes.ofType()) {
            if (note.name().equals("Unsupported")) {
                UnsupportedKey key = UnsupportedKey.of(note);
                unsupported.put(key.key(), key);
            }
        }
        return new RecordShape(
                type,
                notes.ofType("Description").map(Note::value),
                List.copyOf(components),
                unsupported,
                notes.ofType("FromScalar").map(Note::value),
                notes.ofType("IgnoresOtherKeys").map(Note::values));
    }

    /** The current keys, without components that receive a location. */
    public List<String> keys() {
        return components.stream()
                .filter(component -> !component.isPosition())
                .map(Component::key)
                .toList();
    }

    /** Whether a mapping may have any other key. */
    public boolean open() {
        return ignored.filter(List::isEmpty).isPresent();
    }

    /** Keys that the record does not have, and that have no effect. */
    public List<String> withoutEffect() {
        return ignored.orElse(List.of());
    }

    /** Whether a key that the record does not have is ignored. */
    public boolean ignores(String key) {
        return open() || withoutEffect().contains(key);
    }

    /** The key that a mapping must have, if there is only one that it lacks. */
    Optional<String> missing(Set<String> keys) {
        List<String> missing = components.stream()
                .filter(component -> component.required() && !component.orLeftOut())
                .filter(component -> component.keys().stream().noneMatch(keys::contains))
                .map(Component::key)
                .toList();
        return missing.size() == 1 ? Optional.of(missing.getFirst()) : Optional.empty();
    }

    /** All keys that a mapping may have. */
    public List<String> everyKey() {
        List<String> all = new ArrayList<>(byKey().keySet());
        all.addAll(unsupported.keySet());
        return all;
    }

    /** The current keys. */
    public List<String> keysOfToday() {
        return components.stream()
                .filter(component -> !component.isPosition())
                .filter(component -> component.today().isEmpty())
                .map(Component::key)
                .toList();
    }

    /** All keys to suggest, without deprecated ones. */
    public List<String> spellingsOfToday() {
        List<String> all = new ArrayList<>(keysOfToday());
        components.stream()
                .filter(component -> component.today().isEmpty())
                .forEach(component -> all.addAll(component.aliases()));
        all.addAll(unsupported.keySet());
        return all;
    }

    /** The component of each key. */
    public Map<String, Component> byKey() {
        return KEYS.get(type);
    }

    private Map<String, Component> findKeys() {
        Map<String, Component> all = new LinkedHashMap<>();
        for (Component component : components) {
            if (!component.isPosition()) {
                component.keys().forEach(key -> all.put(key, component));
            }
        }
        return Collections.unmodifiableMap(all);
    }

    Constructor<?> constructor() {
        return CONSTRUCTORS.get(type);
    }

    private static Constructor<?> findConstructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(component -> (Class<?>) component.getType())
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
