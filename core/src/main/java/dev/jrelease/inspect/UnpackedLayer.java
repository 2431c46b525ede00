package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.DigestStream;
import dev.jrelease.image.layer.UnreadableLayerException;
import java.io.IOException;
import java.io.InputStream;

/** The uncompressed stream of a layer: computes its diff id, and limits the compression ratio. */
final class UnpackedLayer extends DigestStream {
    private static final long ALWAYS_READ = 256L << 20;
    private static final int BLOCK = 512;
    private static final long LARGEST_RATIO = 100;

    private final Descriptor layer;

    UnpackedLayer(Descriptor layer, InputStream unpacked) {
        super(unpacked);
        this.layer = layer;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (size() > ALWAYS_READ && size() / LARGEST_RATIO > layer.size()) {
            throw new UnreadableLayerException("it unpacks to more than " + LARGEST_RATIO + " times its size");
        }
        return count;
    }

    /** Whether the number of bytes read is not a multiple of tar's block size. */
    boolean isCutOff() {
        return size() % BLOCK != 0;
    }

    /** The diff id of what was read. */
    Digest diffId() {
        return digest();
    }
}
