package dev.jrelease.manifest;

import dev.jrelease.config.bind.Alias;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.Required;
import dev.jrelease.image.PlatformOverride;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that says what an index is made of, as {@code manifest-tool push from-spec} reads it.
 *
 * <pre>{@code
 * image: acme/hello:1.0
 * tags: ["1", latest]
 * manifests:
 *   - image: acme/hello:1.0-armv7
 *     platform: {os: linux, architecture: arm, variant: v7}
 * }</pre>
 */
public record SpecConfig(
        @Required Located<String> image,
        List<Located<String>> tags,
        List<Image> manifests,
        Map<String, String> annotations) {
    public SpecConfig {
        tags = List.copyOf(tags);
        manifests = List.copyOf(manifests);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /** An image of the index. */
    public record Image(@Required Located<String> image, StatedPlatform platform) {}

    /** The platform that the index states for it. */
    public record StatedPlatform(
            Optional<String> os,
            Optional<String> architecture,
            Optional<String> variant,

            @Key("os.version") @Alias("osversion") Optional<String> osVersion,

            @Key("os.features") @Alias("osfeatures") List<String> osFeatures) {
        public StatedPlatform {
            osFeatures = List.copyOf(osFeatures);
        }

        PlatformOverride override() {
            return new PlatformOverride(os, architecture, variant, osVersion, osFeatures);
        }
    }
}
