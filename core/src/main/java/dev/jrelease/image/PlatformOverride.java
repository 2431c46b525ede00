package dev.jrelease.image;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a platform that an index states instead of those in the image's configuration.
 *
 * @param osFeatures empty if those of the image stay
 */
public record PlatformOverride(
        Optional<String> os,
        Optional<String> architecture,
        Optional<String> variant,
        Optional<String> osVersion,
        List<String> osFeatures) {
    public static final PlatformOverride NONE =
            new PlatformOverride(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public PlatformOverride {
        osFeatures = List.copyOf(osFeatures);
    }

    public Platform on(Platform own) {
        return new Platform(
                os.orElse(own.os()),
                architecture.orElse(own.architecture()),
                variant.orElse(own.variant()),
                osVersion.orElse(own.osVersion()));
    }

    /** The child of an index with this platform. */
    Descriptor on(Descriptor child, ImageConfig config, Platform own) {
        return osFeatures.isEmpty()
                ? child.withPlatform(on(own)).withOsFeatures(config.osFeatures())
                : child.withPlatform(on(own)).withoutOsFeatures().withOsFeatures(osFeatures);
    }
}
