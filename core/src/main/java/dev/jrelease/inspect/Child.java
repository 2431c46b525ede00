package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;

/** A child of an index, or a single image. */
public sealed interface Child {

    /** Its digest, size, and the platform and annotations in the index. */
    Descriptor descriptor();

    /** An image that can be run. */
    record Image(Descriptor descriptor, ImageDetails details) implements Child {

        /** The platform in the index, else in the configuration. */
        public Platform platform() {
            return descriptor.platform().orElse(details.config().platform());
        }
    }

    /** An attestation of another child. */
    record Attestation(Descriptor descriptor, Digest of) implements Child {}

    /** A nested index, or a manifest that is not an image. */
    record Other(Descriptor descriptor) implements Child {}
}
