package dev.jrelease.migrate.renew;

import dev.jrelease.config.Section;
import dev.jrelease.config.UnrunKey;
import dev.jrelease.config.bind.Component;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that a file may have at its top.
 *
 * @param run what those that are run are bound to, under every name they have or had
 * @param read those that are not run, and only read for what others refer to
 */
public record TopLevelKeys(Map<String, Component> run, Set<String> read) {

    public static TopLevelKeys of(List<Section<?>> sections) {
        TopLevelKeys keys = new TopLevelKeys(new LinkedHashMap<>(), new LinkedHashSet<>());
        sections.forEach(section -> section.byKey().forEach(keys::add));
        return keys;
    }

    private void add(String key, Component component) {
        if (UnrunKey.is(key)) {
            read.add(key);
        } else {
            run.put(key, component);
        }
    }

    /** What a key is bound to, if it is run. */
    public Optional<Component> get(String key) {
        return Optional.ofNullable(run.get(key));
    }
}
