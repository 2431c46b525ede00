package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformOverride;
import java.util.Optional;

/** A child of an index. */
public sealed interface IndexChild {

    /** The name of the child as the configuration spells it, or the title of its image in the plan. */
    String text();

    /** Its name; empty if it is in the index by digest only. */
    Optional<ImageReference> reference();

    Location location();

    /** The platform of {@code annotate}. */
    Optional<PlatformOverride> override();

    /** Its platform, if the plan knows it. */
    Optional<Platform> plannedPlatform();

    /** Whether both give the same child, wherever they are in the file. */
    boolean isSame(IndexChild other);

    String describe();

    /**
     * An image of this release, independent of the tag in the registry.
     *
     * @param name absent if it has none: it is then pushed by digest to the repository of every index that contains it
     */
    record Built(
            ImageKey image,
            String text,
            Optional<ImageName> name,
            Location location,
            Optional<PlatformOverride> override)
            implements IndexChild {

        /** An image with one of its names. */
        static Built named(ImageKey image, ImageName name, Location location, Optional<PlatformOverride> override) {
            return new Built(image, name.text(), Optional.of(name), location, override);
        }

        /** An image without a name. */
        static Built unnamed(ImageTask image) {
            return new Built(
                    image.key(), image.title(), Optional.empty(), image.key().entry(), Optional.empty());
        }

        @Override
        public Optional<ImageReference> reference() {
            return name.map(ImageName::reference);
        }

        @Override
        public Optional<Platform> plannedPlatform() {
            return Optional.of(override.map(other -> other.on(image.platform())).orElse(image.platform()));
        }

        @Override
        public boolean isSame(IndexChild other) {
            return other instanceof Built built
                    && image.equals(built.image)
                    && reference().equals(built.reference())
                    && override.equals(built.override);
        }

        @Override
        public String describe() {
            return name.isEmpty()
                    ? text
                    : text + plannedPlatform().map(platform -> "  " + platform).orElse("");
        }
    }

    /** An image or an index that another program pushed to a registry. */
    record External(String text, ImageReference name, Location location, Optional<PlatformOverride> override)
            implements IndexChild {
        @Override
        public Optional<ImageReference> reference() {
            return Optional.of(name);
        }

        @Override
        public Optional<Platform> plannedPlatform() {
            return Optional.empty();
        }

        @Override
        public boolean isSame(IndexChild other) {
            return other instanceof External external
                    && name.equals(external.name)
                    && override.equals(external.override);
        }

        @Override
        public String describe() {
            return text + "  (read from its registry)";
        }
    }
}
