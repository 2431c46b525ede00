package dev.jrelease.pipes.images.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cache.CacheFolder;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class KnownLayersTest {
    private static final byte[] TAR =
            new LayerBuilder().file("app.jar", 0644, "library ".repeat(1000)).tar();
    private static final Digest DIFF_ID = Digest.of(TAR);
    private static final Digest OTHER = Digest.of("other".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private KnownLayers known;
    private Descriptor layer;

    @BeforeEach
    void keepOne() throws Exception {
        known = new KnownLayers(new LocalCache(new CacheFolder(folder, folder.resolve("cache"))));
        try (OciLayout layout = OciLayout.create(folder.resolve("first"))) {
            layer = layout.writeLayer(new ByteArrayInputStream(TAR));
            var config = Json.object();
            config.putObject("rootfs")
                    .putArray("diff_ids")
                    .add(DIFF_ID.toString())
                    .add(OTHER.toString());
            byte[] bytes = Json.bytes(config);
            Descriptor written = new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(bytes), bytes.length);
            layout.writeBlob(written, () -> new ByteArrayInputStream(bytes));
            known.keep(ImageManifest.of(written, List.of(layer, layer)), layout);
        }
    }

    @Test
    void areInTheNextLayoutWithoutBeingCompressed() throws Exception {
        try (OciLayout layout = OciLayout.create(folder.resolve("second"))) {
            known.restore(List.of(DIFF_ID.toString(), OTHER.toString(), "no digest"), layout);

            assertThat(layout.layer(DIFF_ID)).contains(layer);
            assertThat(layout.layer(OTHER)).isEmpty();
            assertThat(Digest.of(layout.blob(layer))).isEqualTo(layer.digest());
        }
    }

    @Test
    void areCompressedAgainWhereTheCacheHasLostThem() throws Exception {
        Files.delete(folder.resolve("cache/blobs").resolve(layer.digest().hex()));

        try (OciLayout layout = OciLayout.create(folder.resolve("second"))) {
            known.restore(List.of(DIFF_ID.toString()), layout);

            assertThat(layout.layer(DIFF_ID)).isEmpty();
            assertThat(layout.hasBlob(layer)).isFalse();
        }
    }
}
