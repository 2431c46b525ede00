package dev.jrelease.layout;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;

/** A blob on its way into the layout. It has a temporary name until it is complete, and is gone if it never is. */
final class NewBlob implements AutoCloseable {
    private final BlobStore store;
    private final String what;
    private final Path file;
    private final OutputStream out;
    private final MessageDigest sha256 = Digest.sha256();
    private long size;

    /** @param what the blob is called in messages */
    NewBlob(BlobStore store, String what, Path file) throws IOException {
        this.store = store;
        this.what = what;
        this.file = file;
        // Not a channel: an interrupt would close that under whoever writes, and look like a fault of the disk.
        this.out = new FileOutputStream(file.toFile());
    }

    long size() {
        return size;
    }

    /** Takes the rest of a buffer that is backed by an array. */
    void write(ByteBuffer bytes) {
        write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    void write(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        size += length;
        try {
            out.write(bytes, offset, length);
        } catch (IOException problem) {
            throw store.failure(what, problem);
        }
    }

    /** Gives the blob the name that its content has. */
    Descriptor commit(String mediaType) {
        Descriptor blob = new Descriptor(mediaType, Digest.finish(sha256), size);
        rename(blob.digest());
        return blob;
    }

    /** Gives the blob its name, if the content is the one expected. */
    void commitAs(Descriptor expected) {
        Digest actual = Digest.finish(sha256);
        if (size != expected.size() || !actual.equals(expected.digest())) {
            throw store.notAsExpected(expected, "what came is " + actual + " of " + size + " bytes");
        }
        rename(actual);
    }

    private void rename(Digest digest) {
        try {
            out.close();
            Files.move(file, store.file(digest), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw store.failure(what, problem);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
