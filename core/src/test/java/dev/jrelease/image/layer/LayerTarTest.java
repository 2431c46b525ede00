package dev.jrelease.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.image.layer.LayerEntry.Kind;
import java.io.ByteArrayInputStream;
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
    void saysThatItDoesNotReadZstd() {
        byte[] zstd = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, 0};

        assertThatThrownBy(() -> LayerTar.read(new ByteArrayInputStream(zstd), (_, _) -> {}))
                .isInstanceOf(UnreadableLayerException.class)
                .hasMessageContaining("zstd");
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
