package dev.jrelease.image.layer;

import dev.jrelease.image.layer.LayerEntry.Kind;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads the entries of a layer: tar, plain or compressed with gzip or zstd, which the first bytes distinguish. */
public final class LayerTar {
    private static final int BUFFER = 64 * 1024;
    private static final int PERMISSIONS = 07777;

    private final Visitor visitor;
    private String last = "";

    private LayerTar(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Receives the entries of a layer in their order. */
    @FunctionalInterface
    public interface Visitor {

        /** Reads as much of the content as it needs; the rest is skipped. */
        void visit(LayerEntry entry, InputStream content) throws IOException;
    }

    /**
     * Passes all entries to the visitor and reads the stream to its end, so that a source can verify the digest. Does
     * not close the stream.
     *
     * @throws UnreadableLayerException if the compression is not supported
     * @throws BrokenLayerException if it is not a tar file, or ends too early
     * @throws IOException if reading fails
     */
    public static void read(InputStream layer, Visitor visitor) throws IOException, InterruptedException {
        read(layer, UnaryOperator.identity(), visitor);
    }

    /**
     * The same, with a filter for the uncompressed tar stream.
     *
     * @param unpacked wraps the uncompressed stream
     */
    public static void read(InputStream layer, UnaryOperator<InputStream> unpacked, Visitor visitor)
            throws IOException, InterruptedException {
        Source source = new Source(layer);
        LayerTar tar = new LayerTar(visitor);
        try {
            InputStream buffered = new KeptOpen(new BufferedInputStream(source, BUFFER));
            tar.read(buffered, unpacked);
            buffered.transferTo(OutputStream.nullOutputStream());
        } catch (UnreadableLayerException unreadable) {
            throw unreadable;
        } catch (IOException | IllegalArgumentException broken) {
            if (source.failed && broken instanceof IOException failure) {
                throw failure;
            }
            throw BrokenLayerException.after(tar.last, broken);
        }
    }

    private void read(InputStream source, UnaryOperator<InputStream> unpacked)
            throws IOException, InterruptedException {
        try (InputStream plain = unpacked.apply(decompressed(source));
                var tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("while reading a layer");
                }
                last = clean(entry.getName());
                visit(entry, tar, visitor);
            }
            plain.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void visit(TarArchiveEntry entry, InputStream content, Visitor visitor) throws IOException {
        String path = clean(entry.getName());
        if (!path.isEmpty()) {
            Kind kind = kind(entry);
            visitor.visit(
                    new LayerEntry(
                            path,
                            kind,
                            entry.getMode() & PERMISSIONS,
                            entry.getLongUserId(),
                            entry.getLongGroupId(),
                            kind == Kind.FILE ? entry.getSize() : 0,
                            entry.getLastModifiedTime().toInstant(),
                            target(entry)),
                    content);
        }
    }

    private static Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return Kind.SYMBOLIC_LINK;
        }
        if (entry.isLink()) {
            return Kind.HARD_LINK;
        }
        if (entry.isDirectory()) {
            return Kind.DIRECTORY;
        }
        return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO() ? Kind.SPECIAL : Kind.FILE;
    }

    private static String target(TarArchiveEntry entry) {
        if (entry.isSymbolicLink()) {
            return entry.getLinkName();
        }
        return entry.isLink() ? clean(entry.getLinkName()) : "";
    }

    /** The path without a slash at either end, {@code .} and {@code ..}; it cannot leave the root. */
    private static String clean(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    private static InputStream decompressed(InputStream source) throws IOException {
        source.mark(4);
        byte[] magic = source.readNBytes(4);
        source.reset();
        if (magic.length == 4 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            return new GZIPInputStream(source, BUFFER);
        }
        if (ZstdFrames.begins(magic)) {
            return new ZstdContent(new ZstdFrames(source));
        }
        return source;
    }

    /** A stream whose owner goes on reading after others have closed it. */
    private static final class KeptOpen extends FilterInputStream {
        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the owner goes on reading
        }
    }

    /** The compressed stream. It remembers whether reading it failed, to distinguish that from damaged content. */
    private static final class Source extends FilterInputStream {
        private boolean failed;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException failure) {
                failed = true;
                throw failure;
            }
        }
    }
}
