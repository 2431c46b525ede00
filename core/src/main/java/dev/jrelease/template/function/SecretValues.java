package dev.jrelease.template.function;

import dev.jrelease.secret.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The secret values in templates: variables with the name of a secret, and what functions make of them. A value is
 * identified by reference, so that an equal word from another source is not a secret.
 */
public final class SecretValues {
    private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Map.Entry<String, Set<String>>> written = new ArrayList<>();
    private BiConsumer<String, Set<String>> listener = (text, parts) -> written.add(Map.entry(text, parts));

    /** A copy of a text, marked as a secret. */
    public synchronized String mark(String text) {
        String copy = String.valueOf(text.toCharArray());
        made.add(copy);
        return copy;
    }

    /** Variables by name: those that are called like secrets are secret. */
    public Map<String, Object> variables(Map<String, ?> all) {
        Map<String, Object> variables = new LinkedHashMap<>();
        all.forEach((name, value) ->
                variables.put(name, value instanceof String text && Secret.is(name, text) ? mark(text) : value));
        return variables;
    }

    /** The result of a function, marked as a secret if one of its arguments is a secret. */
    @SuppressWarnings("ReferenceEquality") // An equal text that the function did not pass on is another value.
    public Object made(Object result, List<Object> arguments) {
        boolean passedOn = arguments.stream()
                .flatMap(argument ->
                        argument instanceof Map<?, ?> map ? unnoted(map).values().stream() : Stream.of(argument))
                .anyMatch(argument -> argument == result);
        boolean ofSecret = arguments.stream().anyMatch(argument -> holdsSecret(argument));
        return passedOn || !ofSecret ? result : marked(result);
    }

    private Object marked(Object result) {
        return switch (result) {
            case String text -> mark(text);
            case List<?> list -> list.stream().map(this::marked).toList();
            default -> result;
        };
    }

    /** Whether the text of a value contains a secret. */
    public boolean holdsSecret(Object value) {
        return value instanceof Map<?, ?> map
                ? unnoted(map).values().stream().anyMatch(item -> item != null && isSecret(item))
                : isSecret(value);
    }

    /** Whether the value is a secret, or a list with a secret. */
    public synchronized boolean isSecret(Object value) {
        return value instanceof List<?> list
                ? list.stream().anyMatch(item -> item != null && isSecret(item))
                : value instanceof String text && made.contains(text);
    }

    private static Map<?, ?> unnoted(Map<?, ?> map) {
        return map instanceof KnownVariables variables ? variables.unnoted() : map;
    }

    /** Records the parts of a rendered text that come from secrets. */
    public synchronized void wrote(String text, Set<String> parts) {
        listener.accept(text, Set.copyOf(parts));
    }

    /** Passes all recorded texts, and those of the future, to a receiver. */
    public synchronized void forEach(BiConsumer<String, Set<String>> whom) {
        written.forEach(entry -> whom.accept(entry.getKey(), entry.getValue()));
        written.clear();
        listener = whom;
    }
}
