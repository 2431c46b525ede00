package dev.jrelease.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.concurrent.Workers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Repositories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerWriterTest {
    private static final int BLOCK = GzipBlock.SIZE;

    private final Path folder;

    LayerWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<byte[]> contents() {
        return Stream.of(
                new byte[0],
                text(1),
                text(BLOCK - 1),
                text(BLOCK),
                text(BLOCK + 1),
                text(5 * BLOCK + 77),
                random(BLOCK + 1),
                random(3 * BLOCK),
                random(65_535),
                random(100),
                concatenated(text(BLOCK), random(2 * BLOCK), text(BLOCK + 9)));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void writesWhatJavaDecompressesToTheContent(byte[] content) throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            Descriptor layer = layout.writeLayer(new ByteArrayInputStream(content));
            assertThat(layer.mediaType()).isEqualTo(MediaTypes.OCI_LAYER_GZIP);
            try (InputStream compressed = layout.blob(layer)) {
                assertThat(new GZIPInputStream(compressed).readAllBytes()).isEqualTo(content);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contents")
    void writesWhatGzipDecompressesToTheContent(byte[] content) throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            Path blob = blob(layout.writeLayer(new ByteArrayInputStream(content)));
            Process gzip = new ProcessBuilder("gzip", "-dc")
                    .redirectInput(blob.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(gzip.getInputStream().readAllBytes()).isEqualTo(content);
            assertThat(gzip.waitFor()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("contents")
    void writesTheSameBytesWithAnyNumberOfWorkers(byte[] content) throws Exception {
        Descriptor one = written(content, 1);
        assertThat(List.of(written(content, 2), written(content, 8))).containsOnly(one);
    }

    private Descriptor written(byte[] content, int workers) throws Exception {
        try (OciLayout layout =
                OciLayout.create(folder.resolve("" + workers), Repositories.NONE, new Workers(workers))) {
            return layout.writeLayer(new ByteArrayInputStream(content));
        }
    }

    @Test
    void writesSeveralLayersSideBySide() throws Exception {
        try (OciLayout layout = OciLayout.create(folder, Repositories.NONE, new Workers(2))) {
            List<Callable<Descriptor>> writing = contents()
                    .map(content -> (Callable<Descriptor>) () -> layout.writeLayer(new ByteArrayInputStream(content)))
                    .toList();
            List<Descriptor> written = Parallel.run(writing.size(), writing);
            for (byte[] content : contents().toList()) {
                assertThat(layout.layer(Digest.of(content))).get().isIn(written);
            }
            assertThat(written).allMatch(layout::hasBlob);
        }
    }

    @Test
    void storesWhatDoesNotShrink() throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            int size = 20 * BLOCK + 1;
            assertThat(layout.writeLayer(new ByteArrayInputStream(random(size))).size())
                    .isBetween((long) size, size + size / 1000L);
        }
    }

    @Test
    void shrinksText() throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            byte[] content = text(4 * BLOCK);
            assertThat(layout.writeLayer(new ByteArrayInputStream(content)).size())
                    .isLessThan(content.length / 3);
        }
    }

    @Test
    void remembersTheLayerByTheDigestOfItsContent() throws Exception {
        byte[] content = text(1000);
        try (OciLayout layout = OciLayout.create(folder)) {
            assertThat(layout.layer(Digest.of(content))).isEmpty();
            Descriptor layer = layout.writeLayer(new ByteArrayInputStream(content));
            assertThat(layout.layer(Digest.of(content))).contains(layer);
        }
    }

    @Test
    void leavesNothingWhenInterrupted() throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            InputStream endless = new InputStream() {
                private int blocks;

                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    if (++blocks == 40) {
                        Thread.currentThread().interrupt();
                    }
                    return length;
                }
            };
            assertThatThrownBy(() -> layout.writeLayer(endless)).isInstanceOf(InterruptedException.class);
            assertThat(filesIn(folder.resolve("blobs/sha256"))).isEmpty();
            assertThat(filesIn(folder.resolve(".incoming"))).isEmpty();
        }
    }

    @Test
    void leavesNothingWhenTheContentBreaksOff() throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            InputStream broken = new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    throw new IOException("connection reset");
                }
            };
            assertThatThrownBy(() -> layout.writeLayer(broken)).hasMessage("connection reset");
            assertThat(filesIn(folder.resolve("blobs/sha256"))).isEmpty();
            assertThat(filesIn(folder.resolve(".incoming"))).isEmpty();
        }
    }

    private Path blob(Descriptor layer) {
        return folder.resolve("blobs/sha256").resolve(layer.digest().hex());
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static byte[] text(int size) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        while (text.length() < size) {
            text.append("line ").append(random.nextInt(500)).append(" of a text that repeats itself\n");
        }
        return Arrays.copyOf(text.toString().getBytes(UTF_8), size);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] concatenated(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
