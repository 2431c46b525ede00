package dev.jrelease.layout;

import dev.jrelease.concurrent.OrderedParallel;
import dev.jrelease.concurrent.Workers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;

/**
 * Compresses a layer as a stream: the calling thread reads and hashes the input, workers compress, and one of them at a
 * time hashes and writes the output. The bytes do not depend on the number of workers.
 */
final class LayerWriter {
    private final BlobStore blobs;
    private final Workers workers;
    private final Semaphore blocks;

    /**
     *
     * @param blocks permits for blocks in memory, common to all layers that are being written
     */
    LayerWriter(BlobStore blobs, Workers workers, Semaphore blocks) {
        this.blobs = blobs;
        this.workers = workers;
        this.blocks = blocks;
    }

    /** Permits for enough blocks that no worker waits, at half a megabyte each. */
    static Semaphore blocks(Workers workers) {
        return new Semaphore(2 * workers.count() + 2);
    }

    /**
     *
     * @param diffId the digest of the uncompressed content
     */
    record Layer(Digest diffId, Descriptor descriptor) {}

    Layer write(InputStream uncompressed) throws IOException, InterruptedException {
        try (NewBlob blob = blobs.begin("a layer")) {
            GzipMember gzip = new GzipMember(blob::write);
            Digest diffId = compress(uncompressed, gzip);
            gzip.end();
            return new Layer(diffId, blob.commit(MediaTypes.OCI_LAYER_GZIP));
        }
    }

    private Digest compress(InputStream uncompressed, GzipMember gzip) throws IOException, InterruptedException {
        MessageDigest sha256 = Digest.sha256();
        try (var inOrder = new OrderedParallel<GzipBlock>(workers, blocks, gzip::append)) {
            int length;
            do {
                byte[] content = new byte[GzipBlock.SIZE];
                length = uncompressed.readNBytes(content, 0, content.length);
                int count = length;
                if (count > 0) {
                    sha256.update(content, 0, count);
                    inOrder.submit(() -> GzipBlock.of(content, count));
                }
            } while (length == GzipBlock.SIZE);
            inOrder.finish();
        }
        return Digest.finish(sha256);
    }
}
