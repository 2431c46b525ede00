package dev.jrelease.template.function;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code .Env} of templates: the environment's variables, and before them those that the configuration sets. It notes
 * which of the environment's are asked for, also those that are not set: what is planned depends on them.
 */
public final class KnownVariables extends AbstractMap<String, Object> {
    private final Map<String, Object> all;
    private final Set<String> own;
    private final Set<String> used;

    private KnownVariables(Map<String, Object> all, Set<String> own, Set<String> used) {
        this.all = all;
        this.own = own;
        this.used = used;
    }

    /** The environment as it is. What is asked for of it is added to {@code used}. */
    public static KnownVariables of(Map<String, String> environment, SecretValues secrets, Set<String> used) {
        return new KnownVariables(secrets.variables(environment), Set.of(), used);
    }

    /** The same with variables that are not the environment's. */
    public KnownVariables with(Map<String, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>(all);
        values.putAll(more);
        Set<String> names = new LinkedHashSet<>(own);
        names.addAll(more.keySet());
        return new KnownVariables(values, names, used);
    }

    @Override
    public @Nullable Object get(Object name) {
        note(name);
        return all.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        note(name);
        return all.containsKey(name);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        all.keySet().forEach(this::note);
        return all.entrySet();
    }

    private void note(Object name) {
        if (name instanceof String text && !own.contains(text)) {
            used.add(text);
        }
    }

    /** The same without notes, to look for what is no template's business. */
    Map<String, Object> unnoted() {
        return all;
    }
}
