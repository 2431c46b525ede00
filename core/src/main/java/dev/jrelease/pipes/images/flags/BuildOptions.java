package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of a build from flags of {@code docker build}.
 *
 * @param network {@code default}, {@code none} or {@code host}; empty means the engine's default
 * @param extraHosts {@code name:address}
 * @param secrets the source of each secret's value, which is read for the build, by id
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

    /** The same with one location for everything, for comparison. */
    public BuildOptions allAt(Location place) {
        Map<String, SecretSource> same = new LinkedHashMap<>();
        secrets.forEach((id, source) -> same.put(id, source.at(place)));
        return new BuildOptions(pull, noCache, cacheFrom, network, extraHosts, same);
    }

    /** The source of a secret's value: an environment variable or a file. The value is not part of a plan. */
    public sealed interface SecretSource {
        /** The same with another location. */
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
