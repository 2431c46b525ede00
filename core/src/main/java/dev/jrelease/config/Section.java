package dev.jrelease.config;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import java.util.List;
import java.util.Map;

/**
 * Top-level keys of the configuration, and the record that they bind to.
 *
 * <p>If every key is a component of the record, the record has all of them: {@code dockers} and {@code
 * docker_manifests} bind to {@code ImagesConfig(List<DockerConfig> dockers, List<DockerManifestConfig>
 * dockerManifests)}. Otherwise there is one key, whose value is the record.
 */
public record Section<C>(List<String> keys, Class<C> type) {
    public Section {
        keys = List.copyOf(keys);
        if (keys.size() != 1 && !RecordShape.of(type).keys().containsAll(keys)) {
            throw new IllegalArgumentException(type + " has no components for all of " + keys);
        }
    }

    /** A section of one key, whose value is the record. */
    public static <C> Section<C> under(String key, Class<C> type) {
        return new Section<>(List.of(key), type);
    }

    /** A section whose record has a component for each top-level key. */
    public static <C> Section<C> across(Class<C> type) {
        return new Section<>(RecordShape.of(type).keys(), type);
    }

    /** Whether each key is a component of the record. */
    public boolean isAcross() {
        return RecordShape.of(type).keys().containsAll(keys);
    }

    /** The component of each top-level key, including aliases. */
    public Map<String, Component> byKey() {
        return isAcross()
                ? RecordShape.of(type).byKey()
                : Map.of(keys.getFirst(), Component.under(keys.getFirst(), type));
    }

    /** All top-level keys, including aliases. */
    List<String> everyKey() {
        return isAcross() ? RecordShape.of(type).everyKey() : keys;
    }

    /** The top-level keys to suggest, without deprecated ones. */
    List<String> keysOfToday() {
        return isAcross() ? RecordShape.of(type).keysOfToday() : keys;
    }
}
