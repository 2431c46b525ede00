package dev.jrelease.layout;

import dev.jrelease.image.Digest;
import java.io.BufferedInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** An uncompressed layer on disk: old engines do not state which layer it is, so its digest must be computed first. */
final class SpooledLayer implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;

    private final Path file;
    private final Digest diffId;

    private SpooledLayer(Path file, Digest diffId) {
        this.file = file;
        this.diffId = diffId;
    }

    static SpooledLayer read(InputStream uncompressed, BlobStore blobs) throws IOException, InterruptedException {
        Path file = blobs.temporary();
        try {
            return new SpooledLayer(file, copy(uncompressed, file, blobs));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static Digest copy(InputStream uncompressed, Path file, BlobStore blobs)
            throws IOException, InterruptedException {
        MessageDigest sha256 = Digest.sha256();
        try (OutputStream out = new FileOutputStream(file.toFile())) {
            byte[] buffer = new byte[BUFFER];
            for (int count = uncompressed.read(buffer); count >= 0; count = uncompressed.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("while reading a layer");
                }
                sha256.update(buffer, 0, count);
                write(buffer, count, out, blobs);
            }
        }
        return Digest.finish(sha256);
    }

    private static void write(byte[] buffer, int count, OutputStream out, BlobStore blobs) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException problem) {
            throw blobs.failure("a layer", problem);
        }
    }

    Digest diffId() {
        return diffId;
    }

    InputStream content() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
