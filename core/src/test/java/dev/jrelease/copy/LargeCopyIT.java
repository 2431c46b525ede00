package dev.jrelease.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.json.Json;
import dev.jrelease.publish.SmallProcess;
import dev.jrelease.registry.DistributionServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A layer that is much larger than the memory of the process comes out of an archive of an older engine, is compressed,
 * and goes to a registry and back. {@code -Dlayer.bytes=2147483648} tries a larger one.
 */
class LargeCopyIT {
    private static final long BYTES = Long.getLong("layer.bytes", 128L << 20);

    @Test
    void isNeverInMemoryAsAWhole(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        write(folder.resolve("saved.tar"), layer(folder.resolve("layer")));
        try (DistributionServer server = DistributionServer.plain(folder)) {
            String there = server.address() + "/acme/large:1.0";

            long out = SmallProcess.peak(Copier.class, folder.toString(), "docker-archive:saved.tar", there);
            long back = SmallProcess.peak(Copier.class, folder.toString(), there, "docker-archive:back.tar");

            assertThat(Files.size(folder.resolve("back.tar"))).isGreaterThan(BYTES);
            assertThat(out).isLessThan(SmallProcess.MOST_MEMORY);
            assertThat(back).isLessThan(SmallProcess.MOST_MEMORY);
        }
    }

    /** More than the window of gzip comes before anything is repeated, so it does not get smaller. */
    private static Path layer(Path file) throws IOException {
        byte[] some = new byte[1 << 16];
        new Random(1).nextBytes(some);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long written = 0; written < BYTES; written += some.length) {
                out.write(some);
            }
        }
        return file;
    }

    private static void write(Path archive, Path layer) throws IOException {
        Digest diffId;
        try (InputStream content = Files.newInputStream(layer)) {
            diffId = Digest.of(content);
        }
        byte[] config = ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                        + diffId + "\"]}}")
                .getBytes(StandardCharsets.UTF_8);
        var list = Json.array();
        var image = list.addObject().put("Config", "config.json");
        image.putArray("RepoTags").add("acme/large:1.0");
        image.putArray("Layers").add("one/layer.tar");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
            entry(tar, "config.json", config);
            entry(tar, "manifest.json", Json.bytes(list));
            TarArchiveEntry entry = new TarArchiveEntry("one/layer.tar");
            entry.setSize(Files.size(layer));
            tar.putArchiveEntry(entry);
            Files.copy(layer, tar);
            tar.closeArchiveEntry();
        }
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** The process: copies, and says how much memory it had at most. */
    static final class Copier {
        private Copier() {}

        public static void main(String... arguments) throws IOException, InterruptedException {
            CopyBench bench = new CopyBench(Path.of(arguments[0]), Map.of());
            assertThat(bench.copy(arguments[1], arguments[2]).manifest()).isInstanceOf(ImageManifest.class);
            SmallProcess.printPeak();
        }
    }
}
