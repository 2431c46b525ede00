package dev.jrelease.inspect;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.layer.UnreadableLayerException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A layer as it is unpacked: finds its diff id, and stops what unpacks to far more than files ever do. */
final class UnpackedLayer extends FilterInputStream {
    private static final long ALWAYS_READ = 256L << 20;
    private static final int BLOCK = 512;
    private static final long LARGEST_RATIO = 100;

    private final Descriptor layer;
    private final MessageDigest sha256 = Digest.sha256();
    private long size;

    UnpackedLayer(Descriptor layer, InputStream unpacked) {
        super(unpacked);
        this.layer = layer;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            sha256.update(buffer, offset, count);
            size += count;
        }
        if (size > ALWAYS_READ && size / LARGEST_RATIO > layer.size()) {
            throw new UnreadableLayerException("it unpacks to more than " + LARGEST_RATIO + " times its size");
        }
        return count;
    }

    /** Reads what it passes over, which counts as well. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[Math.clamp(count, 0, 64 * 1024)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whether what has been read is no tar file as a whole: these are made of blocks. */
    boolean isCutOff() {
        return size % BLOCK != 0;
    }

    /** Of what has been read. */
    Digest diffId() {
        return Digest.finish(sha256);
    }
}
