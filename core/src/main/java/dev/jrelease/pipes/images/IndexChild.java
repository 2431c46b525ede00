package dev.jrelease.pipes.images;

import dev.jrelease.failure.Location;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.DockerManifestConfig.PlatformOverride;
import java.util.Optional;

/** An image that an index will name. */
public sealed interface IndexChild {

    /** The child as the configuration spells it. */
    String text();

    ImageReference reference();

    Location location();

    /** What {@code annotate} says of its platform. */
    Optional<PlatformOverride> override();

    /** Its platform, as far as the plan knows. */
    Optional<Platform> plannedPlatform();

    /** Whether an index says the same with either, wherever they stand in the file. */
    default boolean isSame(IndexChild other) {
        return reference().equals(other.reference()) && override().equals(other.override());
    }

    default String describe() {
        return text() + plannedPlatform().map(platform -> "  " + platform).orElse("  (read from its registry)");
    }

    /** An image of this release, whatever its tag points to at the registry. */
    record Built(ImageKey image, ImageName name, Location location, Optional<PlatformOverride> override)
            implements IndexChild {

        @Override
        public String text() {
            return name.text();
        }

        @Override
        public ImageReference reference() {
            return name.reference();
        }

        @Override
        public Optional<Platform> plannedPlatform() {
            return Optional.of(override.map(other -> other.on(image.platform())).orElse(image.platform()));
        }
    }

    /** An image, or an index, that something else pushed to a registry. */
    record External(String text, ImageReference reference, Location location, Optional<PlatformOverride> override)
            implements IndexChild {

        @Override
        public Optional<Platform> plannedPlatform() {
            return Optional.empty();
        }
    }
}
