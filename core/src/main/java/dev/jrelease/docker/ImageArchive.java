package dev.jrelease.docker;

import dev.jrelease.docker.SharedLayers.Claim;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Manifest;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive of {@code GET /images/…/get}: layers are streamed into the sink; documents are kept in memory until
 * all are read.
 */
final class ImageArchive {
    private static final String BLOBS = "blobs/sha256/";
    private static final String OLD_LAYER = "/layer.tar";
    private static final String OLD_DESCRIPTION = "/json";
    private static final int BUFFER = 64 * 1024;

    /** The limit for all documents together, which are kept in memory. */
    private static final long MOST_OF_DOCUMENTS = 64 << 20;

    private final ImageExport export;
    private final LayerSink sink;
    private final SharedLayers claims;
    private final Map<String, byte[]> documents = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, Claim> layers = new HashMap<>();
    private long sizeOfDocuments;

    private ImageArchive(ImageExport export, SharedLayers claims) {
        this.export = export;
        this.sink = export.sink();
        this.claims = claims;
    }

    /** Reads an archive to its end. The content of layers that are known is passed over. */
    static ImageArchive read(ArchiveStream stream, ImageExport export, SharedLayers claims)
            throws IOException, InterruptedException {
        ImageArchive archive = new ImageArchive(export, claims);
        Optional<TarArchiveEntry> entry = stream.next();
        while (entry.isPresent()) {
            archive.take(entry.get(), stream.content());
            entry = stream.next();
        }
        return archive;
    }

    private void take(TarArchiveEntry entry, InputStream content) throws IOException, InterruptedException {
        String name = entry.getName();
        if (entry.isSymbolicLink()) {
            links.put(name, beside(name, entry.getLinkName()));
        } else if (entry.isFile() && name.startsWith(BLOBS)) {
            takeBlob(name, entry.getSize(), content);
        } else if (entry.isFile() && name.endsWith(OLD_LAYER)) {
            Optional<Descriptor> known = known(name.substring(0, name.length() - OLD_LAYER.length()));
            layers.put(
                    name,
                    known.isPresent()
                            ? known::get
                            : claims.claim(new Unnamed(sink, export.base()), name, () -> unnamed(content)));
        } else if (entry.isFile() && (name.endsWith(".json") || name.endsWith(OLD_DESCRIPTION))) {
            documents.put(name, document(name, content));
        }
    }

    private Optional<Descriptor> known(String folder) {
        byte[] json = documents.getOrDefault(folder + OLD_DESCRIPTION, new byte[0]);
        return export.names().diffId(folder, json).flatMap(export::layer);
    }

    /** Reads a document with a limit, whatever size its entry states. */
    private byte[] document(String name, InputStream content) throws IOException {
        byte[] document = content.readNBytes(Manifest.MAX_BYTES + 1);
        if (document.length > Manifest.MAX_BYTES) {
            throw new IOException("in its archive of the image, " + name + " is larger than "
                    + (Manifest.MAX_BYTES >> 20) + " MiB, the limit for a document");
        }
        sizeOfDocuments += document.length;
        if (sizeOfDocuments > MOST_OF_DOCUMENTS) {
            throw new IOException(
                    "its archive of the image has documents of more than " + (MOST_OF_DOCUMENTS >> 20) + " MiB");
        }
        return document;
    }

    /** The destination of a layer whose name does not state its digest. */
    private record Unnamed(LayerSink sink, BaseLayers base) {}

    private Descriptor unnamed(InputStream content) throws IOException, InterruptedException {
        BaseLayers base = export.base();
        return base.isEmpty()
                ? sink.writeLayer(content)
                : sink.writeLayer(content, base).layer();
    }

    /** Old engines write a repeated layer as a link: {@code b/layer.tar -> ../a/layer.tar}. */
    private static String beside(String name, String target) {
        return Path.of("/", name).resolveSibling(target).normalize().toString().substring(1);
    }

    private void takeBlob(String name, long size, InputStream content) throws IOException, InterruptedException {
        Digest digest = Digest.parse("sha256:" + name.substring(BLOBS.length()))
                .orElseThrow(() -> new IOException("its archive of the image has a blob named " + name));
        BufferedInputStream blob = new BufferedInputStream(content, BUFFER);
        blob.mark(BlobKind.HEAD);
        BlobKind kind = BlobKind.of(blob.readNBytes(BlobKind.HEAD), size);
        blob.reset();
        switch (kind) {
            case DOCUMENT -> documents.put(name, verified(digest, document(name, blob)));
            case TAR -> {
                Optional<Descriptor> known = export.layer(digest);
                layers.put(
                        name, known.isPresent() ? known::get : claims.claim(sink, name, () -> sink.writeLayer(blob)));
            }
            case GZIP, ZSTD -> {
                Descriptor layer = new Descriptor(kind.mediaType(), digest, size);
                layers.put(name, claims.claim(sink, name, () -> store(layer, blob)));
            }
        }
    }

    private static byte[] verified(Digest digest, byte[] content) throws IOException {
        if (!Digest.of(content).equals(digest)) {
            throw new IOException("its archive of the image is damaged: " + digest + " has other content");
        }
        return content;
    }

    private Descriptor store(Descriptor layer, InputStream content) throws IOException {
        if (!sink.hasBlob(layer)) {
            AtomicReference<@Nullable InputStream> once = new AtomicReference<>(content);
            sink.writeBlob(
                    layer,
                    () -> Optional.ofNullable(once.getAndSet(null))
                            .orElseThrow(() -> new IOException("its archive of the image cannot be read twice")));
        }
        return layer;
    }

    /** The document at a path. */
    Optional<byte[]> document(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    /** The document with a digest. */
    Optional<byte[]> document(Digest digest) {
        return document(BLOBS + digest.hex());
    }

    /** The stored layer that was at this path. */
    Descriptor layer(String path) throws IOException, InterruptedException {
        Claim claim = layers.get(links.getOrDefault(path, path));
        if (claim == null) {
            throw new IOException("its archive of the image lacks " + path);
        }
        return claim.descriptor();
    }

    /** The stored layer with this digest; a tiny one may have been read as a document. */
    Descriptor layer(Digest digest) throws IOException, InterruptedException {
        String path = BLOBS + digest.hex();
        byte[] document = documents.get(path);
        return document == null ? layer(path) : sink.writeLayer(new ByteArrayInputStream(document));
    }
}
