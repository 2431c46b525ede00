package dev.jrelease.init;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MeantName;
import dev.jrelease.image.Platform;
import dev.jrelease.registry.Registries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The base of an image.
 *
 * @param name by its tag, as it was chosen
 * @param pinned the same with its digest, {@code scratch} as it is; empty if its registry did not answer
 * @param platforms that it is for; empty if that is not known
 * @param why it is not pinned
 */
record Base(String name, Optional<String> pinned, List<Platform> platforms, Optional<String> why) {
    /** The name of the empty base in a Dockerfile. No registry has it. */
    private static final String EMPTY = "scratch";

    private static final Backoff ONCE = new Backoff(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    Base {
        platforms = List.copyOf(platforms);
    }

    /** Reads the current digest of the name from its registry. */
    static Base resolve(String name, Registries registries, Platform host) {
        if (name.equals(EMPTY)) {
            return new Base(name, Optional.of(name), List.of(), Optional.empty());
        }
        try {
            ImageReference reference = ImageReference.parse(name);
            Manifest manifest =
                    registries.repository(reference, Access.STRICT, ONCE).manifest(reference.manifestKey());
            String pinned = reference.digest().isPresent() ? name : name + "@" + manifest.digest();
            return new Base(name, Optional.of(pinned), platforms(manifest, host), Optional.empty());
        } catch (IllegalArgumentException malformed) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "use the base image " + name)
                    .because(malformed)
                    .hint(MeantName.hint(name))
                    .build();
        } catch (ReleaseException silent) {
            silent.throwIfInterrupted();
            return new Base(name, Optional.empty(), List.of(), Optional.of(silent.reason()));
        }
    }

    /** An image that is in no index is for one platform, and usually for that of this host. */
    private static List<Platform> platforms(Manifest manifest, Platform host) {
        return manifest instanceof ImageIndex index
                ? index.manifests().stream()
                        .map(Descriptor::platform)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of(host);
    }

    boolean isEmpty() {
        return name.equals(EMPTY);
    }

    String reference() {
        return pinned.orElse(name);
    }

    /** Whether it is certainly not for a platform. */
    boolean lacks(Platform platform) {
        return !platforms.isEmpty() && platforms.stream().noneMatch(platform::matches);
    }
}
