package dev.jrelease.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.image.layer.LayerEntry.Kind;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerTarTest {
    private final byte[] tar = new LayerBuilder()
            .modified(Instant.parse("2026-01-02T03:04:05Z"))
            .directory("./app")
            .file("/app/run", 04755, "#!/bin/sh\n")
            .link("app/latest", "../app/./run")
            .hardLink("app/again", "./app/run")
            .file("app/../../etc/x", 0600, "x")
            .tar();

    @Test
    void showsEveryEntryInItsSimplestForm() throws Exception {
        List<LayerEntry> entries = new ArrayList<>();

        LayerTar.read(new ByteArrayInputStream(tar), (entry, _) -> entries.add(entry));

        Instant time = Instant.parse("2026-01-02T03:04:05Z");
        assertThat(entries)
                .containsExactly(
                        new LayerEntry("app", Kind.DIRECTORY, 0755, 0, 0, 0, time, ""),
                        new LayerEntry("app/run", Kind.FILE, 04755, 0, 0, 10, time, ""),
                        new LayerEntry("app/latest", Kind.SYMBOLIC_LINK, 0777, 0, 0, 0, time, "../app/./run"),
                        new LayerEntry("app/again", Kind.HARD_LINK, 0644, 0, 0, 0, time, "app/run"),
                        new LayerEntry("etc/x", Kind.FILE, 0600, 0, 0, 1, time, ""));
    }

    @Test
    void readsGzipInSeveralMembers() throws Exception {
        byte[] first = LayerBuilder.gzip(Arrays.copyOf(tar, 700));
        byte[] second = LayerBuilder.gzip(Arrays.copyOfRange(tar, 700, tar.length));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        List<String> contents = new ArrayList<>();

        LayerTar.read(
                new ByteArrayInputStream(both),
                (_, content) -> contents.add(new String(content.readAllBytes(), StandardCharsets.UTF_8)));

        assertThat(contents).containsExactly("", "#!/bin/sh\n", "", "", "x");
    }

    @Test
    void readsToTheEndSoThatDigestsAreChecked() {
        InputStream suspicious = new ByteArrayInputStream(tar) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                int read = super.read(to, from, length);
                if (read < 0) {
                    throw new IllegalStateException("the end was reached");
                }
                return read;
            }
        };

        assertThatThrownBy(() -> LayerTar.read(suspicious, (_, _) -> {})).hasMessage("the end was reached");
    }

    @Test
    void readsZstdInSeveralFrames() throws Exception {
        byte[] zstd = concat(
                skippable("first"), zstd(tar, 0, 700), skippable(""), zstd(tar, 700, tar.length), skippable("x"));

        assertThat(paths(zstd)).isEqualTo(paths(tar)).isNotEmpty();
    }

    @Test
    void doesNotReadZstdThatTakesMuchMemory() {
        byte[] sixteen = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 14 << 3, 1, 0, 0};
        byte[] huge = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) 0xe0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 1, 0, 0};

        for (byte[] zstd : List.of(sixteen, huge)) {
            assertThatThrownBy(() -> paths(zstd))
                    .isInstanceOf(UnreadableLayerException.class)
                    .hasMessageContaining("more than 8 MiB");
        }
    }

    @Test
    void failsWhereZstdIsDamagedOrCutOff() {
        byte[] whole = zstd(tar, 0, tar.length);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 20, 60, (byte) 0x5a);

        assertThatThrownBy(() -> paths(damaged)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> paths(Arrays.copyOf(whole, whole.length - 9))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> paths(concat(whole, whole, new byte[] {1, 2, 3, 4, 5})))
                .isInstanceOf(IOException.class);
    }

    private static List<String> paths(byte[] layer) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        LayerTar.read(new ByteArrayInputStream(layer), (entry, _) -> paths.add(entry.path()));
        return paths;
    }

    private static byte[] zstd(byte[] content, int from, int to) {
        byte[] part = Arrays.copyOfRange(content, from, to);
        ZstdJavaCompressor compressor = new ZstdJavaCompressor();
        byte[] compressed = new byte[compressor.maxCompressedLength(part.length)];
        int length = compressor.compress(part, 0, part.length, compressed, 0, compressed.length);
        return Arrays.copyOf(compressed, length);
    }

    /** A frame of which decoders take no content; podman keeps a table of contents in one. */
    private static byte[] skippable(String text) {
        byte[] start = {0x5a, 0x2a, 0x4d, 0x18, (byte) text.length(), 0, 0, 0};
        return concat(start, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void failsWhereALayerIsCutOff() {
        byte[] half = Arrays.copyOf(LayerBuilder.gzip(tar), 60);

        assertThatThrownBy(() -> LayerTar.read(new ByteArrayInputStream(half), (_, _) -> {}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void knowsWhiteouts() throws Exception {
        byte[] layer = new LayerBuilder()
                .file("a/.wh.gone", 0, "")
                .file("b/.wh..wh..opq", 0, "")
                .file(".wh.top", 0, "")
                .tar();
        List<String> seen = new ArrayList<>();

        LayerTar.read(
                new ByteArrayInputStream(layer),
                (entry, _) -> seen.add(entry.isOpaque() ? "all of " + entry.parent() : entry.removed()));

        assertThat(seen).containsExactly("a/gone", "all of b", "top");
    }
}
