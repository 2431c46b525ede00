package dev.jrelease.pipeline;

import dev.jrelease.facts.Invention;
import dev.jrelease.template.function.GuessedVariables;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code .Env} where there is no environment: what has to be there is made up, and noted.
 *
 * @param known variables that have a value all the same
 * @param guessed those of them whose value depends on others that have none
 */
record MadeUpVariables(Map<String, String> known, Set<String> guessed, Invention invention)
        implements GuessedVariables {

    /** The same with more variables that have a value, which may depend on others that have none. */
    MadeUpVariables with(Map<String, String> more, boolean guesses) {
        Map<String, String> all = new LinkedHashMap<>(known);
        all.putAll(more);
        Set<String> unsure = new LinkedHashSet<>(guessed);
        unsure.removeAll(more.keySet());
        unsure.addAll(guesses ? more.keySet() : Set.of());
        return new MadeUpVariables(all, unsure, invention);
    }

    @Override
    public Optional<Object> field(String name) {
        Optional<Object> value = value(name);
        if (value.isEmpty()) {
            invention.inspection().needs(name);
            return Optional.of(invention.value(name));
        }
        return value;
    }

    @Override
    public Optional<Object> item(String name) {
        Optional<Object> value = value(name);
        if (value.isEmpty()) {
            invention.inspection().finds(name);
            return Optional.of(invention.value(name));
        }
        return value;
    }

    @Override
    public Optional<Object> ifSet(String name) {
        Optional<Object> value = value(name);
        if (value.isEmpty()) {
            invention.inspection().misses(name);
            return invention.valueIfAny(name).map(Object.class::cast);
        }
        return value;
    }

    private Optional<Object> value(String name) {
        if (guessed.contains(name)) {
            invention.inspection().guess();
        }
        return Optional.ofNullable(known.get(name));
    }
}
