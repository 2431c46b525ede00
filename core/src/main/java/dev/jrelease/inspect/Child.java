package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;

/** A manifest that an index names, or an image that stands alone. */
public sealed interface Child {

    /** Its digest and its size, and the platform and the annotations that the index gives it. */
    Descriptor descriptor();

    /** An image that can be run. */
    record Image(Descriptor descriptor, ImageDetails details) implements Child {

        /** The platform that the index states, else the one of the configuration. */
        public Platform platform() {
            return descriptor.platform().orElse(details.config().platform());
        }
    }

    /** A statement about another child: where it comes from, what is in it. */
    record Attestation(Descriptor descriptor, Digest of) implements Child {}

    /** An index in an index, or a manifest of something that is no image. */
    record Other(Descriptor descriptor) implements Child {}
}
