package dev.jrelease.config;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Top-level keys of the configuration, and the record that they bind to.
 *
 * <p>If each key is one of the record's, the record has a component for each of them: {@code dockers} and {@code
 * docker_manifests} bind to {@code ImagesConfig(List<DockerConfig> dockers, List<DockerManifestConfig>
 * dockerManifests)}. Otherwise there is one key, and the record is what stands under it.
 */
public record Section<C>(List<String> keys, Class<C> type) {
    public Section {
        keys = List.copyOf(keys);
        if (keys.size() != 1 && !RecordShape.of(type).keys().containsAll(keys)) {
            throw new IllegalArgumentException(type + " has no components for all of " + keys);
        }
    }

    /** The record that stands under one key. */
    public static <C> Section<C> under(String key, Class<C> type) {
        return new Section<>(List.of(key), type);
    }

    /** The record whose keys are all top-level keys. */
    public static <C> Section<C> across(Class<C> type) {
        return new Section<>(RecordShape.of(type).keys(), type);
    }

    /** Whether each key has a component of the record for itself. */
    public boolean isAcross() {
        return RecordShape.of(type).keys().containsAll(keys);
    }

    /** What each of its top-level keys is bound to, other spellings included. */
    public Map<String, Component> byKey() {
        return isAcross()
                ? RecordShape.of(type).byKey()
                : Map.of(keys.getFirst(), Component.under(keys.getFirst(), type));
    }

    /** Every top-level key that this section takes, other spellings included. */
    List<String> everyKey() {
        return isAcross() ? RecordShape.of(type).everyKey() : keys;
    }

    /** The top-level keys of this section that are worth suggesting: no out-of-date spelling. */
    List<String> keysOfToday() {
        return isAcross() ? RecordShape.of(type).keysOfToday() : keys;
    }

    // Written out: what the compiler makes is linked by reflection at the first call of a start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Section<?> that && keys.equals(that.keys) && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + type.hashCode();
    }
}
