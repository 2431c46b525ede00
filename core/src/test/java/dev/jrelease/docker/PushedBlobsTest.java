package dev.jrelease.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.CompressedLayers;
import dev.jrelease.image.Digest;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class PushedBlobsTest {
    private static final byte[] CONFIG = "{\"os\":\"linux\"}".getBytes(UTF_8);
    private static final byte[] OTHER = "{\"os\":\"other\"}".getBytes(UTF_8);

    @Test
    void keepsOnlyTheConfigurationsOfImagesThatThisRunWants() throws Exception {
        PushedBlobs blobs = new PushedBlobs(new MemorySink(), CompressedLayers.NONE);
        blobs.await(Digest.of(CONFIG));

        blobs.take(new ByteArrayInputStream(OTHER));
        blobs.take(new ByteArrayInputStream(CONFIG));

        assertThat(blobs.config(Digest.of(CONFIG))).contains(CONFIG);
        assertThat(blobs.config(Digest.of(OTHER))).isEmpty();
    }
}
