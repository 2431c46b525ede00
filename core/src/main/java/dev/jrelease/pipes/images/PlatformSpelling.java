package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Writes the normalised platform into the configuration of an image, so that it states the same as an index does. */
record PlatformSpelling(OciLayout layout) {

    /** The same image; unchanged if it states its platform so already, or states none. */
    ImageManifest normalize(ImageManifest image) throws IOException {
        ObjectNode config = (ObjectNode) Json.parse(layout.bytes(image.config()));
        Platform stated = layout.config(image).platform();
        Platform normal = stated.normalized();
        if (stated.equals(normal) || stated.architecture().isEmpty()) {
            return image;
        }
        config.put("architecture", normal.architecture());
        if (normal.variant().isEmpty()) {
            config.remove("variant");
        } else {
            config.put("variant", normal.variant());
        }
        ImageManifest written =
                image.withConfig(write(Json.bytes(config), image.config().mediaType()));
        layout.writeManifest(written);
        return written;
    }

    private Descriptor write(byte[] config, String mediaType) throws IOException {
        Descriptor descriptor = new Descriptor(mediaType, Digest.of(config), config.length);
        if (!layout.hasBlob(descriptor)) {
            layout.writeBlob(descriptor, () -> new ByteArrayInputStream(config));
        }
        return descriptor;
    }
}
