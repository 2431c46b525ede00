package dev.jrelease.image.layer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes a layer for a test, entry by entry. */
public final class LayerBuilder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");
    private Instant modified = Instant.EPOCH;

    public LayerBuilder modified(Instant time) {
        this.modified = time;
        return this;
    }

    public LayerBuilder file(String path, int mode, byte[] content) {
        return entry(path, TarConstants.LF_NORMAL, mode, "", content);
    }

    public LayerBuilder file(String path, int mode, String content) {
        return file(path, mode, content.getBytes(StandardCharsets.UTF_8));
    }

    public LayerBuilder directory(String path) {
        return entry(path + "/", TarConstants.LF_DIR, 0755, "", new byte[0]);
    }

    public LayerBuilder link(String path, String target) {
        return entry(path, TarConstants.LF_SYMLINK, 0777, target, new byte[0]);
    }

    public LayerBuilder hardLink(String path, String target) {
        return entry(path, TarConstants.LF_LINK, 0644, target, new byte[0]);
    }

    private LayerBuilder entry(String path, byte type, int mode, String target, byte[] content) {
        try {
            TarArchiveEntry entry = new TarArchiveEntry(path, type);
            entry.setMode(mode);
            entry.setLinkName(target);
            entry.setSize(content.length);
            entry.setLastModifiedTime(FileTime.from(modified));
            entry.setIds(0, 0);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The layer as it is before compression. */
    public byte[] tar() {
        try {
            tar.close();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
