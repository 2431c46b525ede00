package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A blob on its way in. */
final class Upload {
    private final String repository;
    private final Storage.Draft draft;
    private final MessageDigest digest = Sha256.start();
    private long size;
    private boolean shortChunk;

    Upload(String repository, Storage.Draft draft) {
        this.repository = repository;
        this.draft = draft;
    }

    boolean isFor(String name) {
        return repository.equals(name);
    }

    synchronized void append(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            draft.output().write(buffer, 0, read);
            digest.update(buffer, 0, read);
            size += read;
        }
    }

    /** Takes a chunk, which is the last one if it has fewer bytes than each has to have. */
    synchronized void chunk(InputStream in, long smallest) throws IOException {
        long before = size;
        append(in);
        shortChunk = size - before < smallest;
    }

    synchronized boolean takesChunks() {
        return !shortChunk;
    }

    synchronized long size() {
        return size;
    }

    /** Makes it a blob of the repository, if its bytes have this digest. */
    synchronized void finish(String expected, RegistryContent holdings) throws IOException {
        String actual = Sha256.finish(digest);
        if (!actual.equals(expected)) {
            draft.discard();
            throw Refusal.digestInvalid(expected, actual);
        }
        holdings.addBlob(repository, actual, draft);
    }

    void discard() throws IOException {
        draft.discard();
    }
}
