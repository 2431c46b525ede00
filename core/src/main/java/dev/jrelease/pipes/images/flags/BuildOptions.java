package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the flags of {@code docker build} ask of the engine.
 *
 * @param network {@code default}, {@code none} or {@code host}; empty means the engine's default
 * @param extraHosts {@code name:address}
 * @param secrets where each secret's value is read from when the image is built, by id
 */
public record BuildOptions(
        boolean pull,
        boolean noCache,
        List<String> cacheFrom,
        String network,
        List<String> extraHosts,
        Map<String, SecretSource> secrets) {

    public BuildOptions {
        cacheFrom = List.copyOf(cacheFrom);
        extraHosts = List.copyOf(extraHosts);
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    /** The same, as if all of it stood at one place of the configuration. */
    public BuildOptions allAt(Location place) {
        Map<String, SecretSource> same = new LinkedHashMap<>();
        secrets.forEach((id, source) -> same.put(id, source.at(place)));
        return new BuildOptions(pull, noCache, cacheFrom, network, extraHosts, same);
    }

    /** Where a secret's value is: an environment variable or a file. The value itself is never part of a plan. */
    public sealed interface SecretSource {
        Location location();

        /** The same, as if it stood at another place of the configuration. */
        SecretSource at(Location other);

        record Variable(String name, Location location) implements SecretSource {
            @Override
            public SecretSource at(Location other) {
                return new Variable(name, other);
            }
        }

        record SecretFile(String path, Location location) implements SecretSource {
            @Override
            public SecretSource at(Location other) {
                return new SecretFile(path, other);
            }
        }
    }
}
