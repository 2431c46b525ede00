package dev.jrelease.template.function;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code .Env}: the environment's variables, replaced by those of the configuration. It records which
 * variables of the environment are read, including those that are not set, because the plan depends on them.
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

    /** The environment's variables. The names that are read are added to {@code used}. */
    public static KnownVariables of(Map<String, String> environment, SecretValues secrets, Set<String> used) {
        return new KnownVariables(secrets.variables(environment), Set.of(), used);
    }

    /** The same with variables of the configuration. */
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

    /** The variables without recording which are read. */
    Map<String, Object> unnoted() {
        return all;
    }
}
