package dev.jrelease.publish;

import dev.jrelease.dist.DistFolder;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.files.WholeFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The storage of a ledger. A write is atomic. */
public interface LedgerStore {
    /** For what cannot be gone on with by another process. */
    LedgerStore NOT_KEPT = new LedgerStore() {
        @Override
        public Optional<byte[]> read() {
            return Optional.empty();
        }

        @Override
        public void write(String text) {}
    };

    Optional<byte[]> read() throws IOException;

    void write(String text) throws IOException;

    /** A file in a folder, which another process sees whole or not at all. */
    static LedgerStore in(Path folder) {
        return new LedgerStore() {
            @Override
            public Optional<byte[]> read() throws IOException {
                try {
                    return Optional.of(WholeFile.bytes(folder.resolve(DistFolder.LEDGER)));
                } catch (NoSuchFileException none) {
                    return Optional.empty();
                }
            }

            @Override
            public void write(String text) throws IOException {
                AtomicFile.writeToDisk(folder, DistFolder.LEDGER, text);
            }

            @Override
            public String toString() {
                return folder.resolve(DistFolder.LEDGER).toString();
            }
        };
    }
}
