package dev.jrelease.layout;

import dev.jrelease.concurrent.InOrder;
import dev.jrelease.concurrent.Workers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Compresses a layer while it is read: this thread reads and hashes what comes in, workers compress, and one of them
 * at a time hashes and writes what goes out. The bytes are the same for any number of workers.
 */
final class LayerWriter {
    private final BlobStore blobs;
    private final Workers workers;

    LayerWriter(BlobStore blobs, Workers workers) {
        this.blobs = blobs;
        this.workers = workers;
    }

    /** @param diffId of the content before compression */
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
        try (var blocks = new InOrder<GzipBlock>(workers, blocksAhead(), gzip::append)) {
            int length;
            do {
                byte[] content = new byte[GzipBlock.SIZE];
                length = uncompressed.readNBytes(content, 0, content.length);
                int count = length;
                if (count > 0) {
                    sha256.update(content, 0, count);
                    blocks.submit(() -> GzipBlock.of(content, count));
                }
            } while (length == GzipBlock.SIZE);
            blocks.finish();
        }
        return Digest.finish(sha256);
    }

    /** Enough that no worker waits for another, few enough that memory stays small: half a megabyte each. */
    private int blocksAhead() {
        return 2 * workers.count() + 2;
    }
}
