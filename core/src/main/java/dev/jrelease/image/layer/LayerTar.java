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

/** Reads a layer from its beginning to its end: plain tar, or compressed with gzip or zstd, told by the first bytes. */
public final class LayerTar {
    private static final int BUFFER = 64 * 1024;
    private static final int PERMISSIONS = 07777;

    private final Visitor visitor;
    private String last = "";

    private LayerTar(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Is shown every entry of a layer, in the order in which they are written. */
    @FunctionalInterface
    public interface Visitor {

        /** Reads as much of the content as it needs; what is left is skipped. */
        void visit(LayerEntry entry, InputStream content) throws IOException;
    }

    /**
     * Shows every entry to the visitor and reads the stream to its end, so that a source that checks digests has its
     * say. Does not close the stream.
     *
     * @throws UnreadableLayerException if the layer is compressed in a way that cannot be read here
     * @throws BrokenLayerException if it is no tar file, or ends too early
     * @throws IOException if reading fails
     */
    public static void read(InputStream layer, Visitor visitor) throws IOException, InterruptedException {
        read(layer, UnaryOperator.identity(), visitor);
    }

    /**
     * The same.
     *
     * @param unpacked what to read the unpacked layer through
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

    /** The path without a slash at either end, {@code .} and {@code ..}; nothing leads above the root. */
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

    /** A stream that others may close without ending it for its owner. */
    private static final class KeptOpen extends FilterInputStream {
        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the owner reads on
        }
    }

    /** The layer as it comes; knows whether it was this that failed, and not what is in it. */
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
