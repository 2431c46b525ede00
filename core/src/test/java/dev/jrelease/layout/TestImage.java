package dev.jrelease.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** A small image of one layer, which is an empty tar. */
final class TestImage {
    private static final byte[] EMPTY_TAR = new byte[1024];

    private TestImage() {}

    static ImageManifest write(LayerSink sink, String architecture) throws IOException, InterruptedException {
        Descriptor layer = sink.writeLayer(new ByteArrayInputStream(EMPTY_TAR));
        byte[] config = """
                {"architecture":"%s","os":"linux","rootfs":{"type":"layers","diff_ids":["%s"]}}""".formatted(architecture, Digest.of(EMPTY_TAR)).getBytes(UTF_8);
        Descriptor descriptor = new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(config), config.length);
        sink.writeBlob(descriptor, () -> new ByteArrayInputStream(config));
        ImageManifest image = ImageManifest.of(descriptor, List.of(layer));
        sink.writeManifest(image);
        return image;
    }
}
