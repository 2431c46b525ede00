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

/**
 * A blob that is being written. It has a temporary name until it is complete, and is removed if it is not completed.
 */
final class NewBlob implements AutoCloseable {
    private final BlobStore store;
    private final String what;
    private final Path file;
    private final OutputStream out;
    private final MessageDigest sha256 = Digest.sha256();
    private long size;

    /**
     *
     * @param what the name of the blob in messages
     */
    NewBlob(BlobStore store, String what, Path file) throws IOException {
        this.store = store;
        this.what = what;
        this.file = file;
        // An interrupt closes a channel, which looks like an error of the disk; so no channel is used.
        this.out = new FileOutputStream(file.toFile());
    }

    long size() {
        return size;
    }

    /** Writes the rest of a buffer, which must have an array. */
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

    /** Moves the blob to the path of its digest. */
    Descriptor commit(String mediaType) {
        Descriptor blob = new Descriptor(mediaType, Digest.finish(sha256), size);
        rename(blob.digest());
        return blob;
    }

    /** Moves the blob to the path of its digest, if the content matches. */
    void commitAs(Descriptor expected) {
        Digest actual = Digest.finish(sha256);
        if (size != expected.size() || !actual.equals(expected.digest())) {
            throw store.notAsExpected(expected, "its content is " + actual + " with " + size + " bytes");
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
