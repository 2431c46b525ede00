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

    /** The whole platform. An image's variant belongs to its architecture, its version to its operating system. */
    public Platform on(Platform own) {
        String statedOs = os.orElse(own.os());
        String stated = architecture.orElse(own.architecture());
        return new Platform(
                statedOs,
                stated,
                variant.orElse(stated.equals(own.architecture()) ? own.variant() : ""),
                osVersion.orElse(statedOs.equals(own.os()) ? own.osVersion() : ""));
    }

    /** The child of an index, which has a platform, with this one. */
    public Descriptor on(Descriptor child) {
        Platform own = child.platform().orElse(Platform.of("", ""));
        Descriptor stated = child.withPlatform(on(own));
        boolean isSameSystem = osFeatures.isEmpty() && os.orElse(own.os()).equals(own.os());
        return isSameSystem ? stated : stated.withoutOsFeatures().withOsFeatures(osFeatures);
    }

    public PlatformOverride withPlatform(Platform platform) {
        return new PlatformOverride(
                Optional.of(platform.os()),
                Optional.of(platform.architecture()),
                Optional.of(platform.variant()).filter(text -> !text.isEmpty()),
                osVersion,
                osFeatures);
    }

    public PlatformOverride withOsVersion(String version) {
        return new PlatformOverride(os, architecture, variant, Optional.of(version), osFeatures);
    }

    public PlatformOverride withOsFeatures(List<String> features) {
        return new PlatformOverride(os, architecture, variant, osVersion, features);
    }
}
