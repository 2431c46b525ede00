package dev.jrelease.testkit.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Where a registry keeps bytes, by a key that looks like a relative path. */
interface Storage {
    Optional<Content> find(String key) throws IOException;

    void put(String key, byte[] bytes) throws IOException;

    /** Something to be written piece by piece, that has no key until it is complete. */
    Draft draft() throws IOException;

    boolean delete(String key) throws IOException;

    /** What comes directly after {@code folder/} in the keys that start so, sorted. */
    List<String> names(String folder) throws IOException;

    /** Bytes that are kept. */
    interface Content {
        long size() throws IOException;

        InputStream open() throws IOException;

        default byte[] bytes() throws IOException {
            try (InputStream in = open()) {
                return in.readAllBytes();
            }
        }

        static Content of(byte[] bytes) {
            return new Content() {
                @Override
                public long size() {
                    return bytes.length;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }

    /** Bytes on their way in. */
    interface Draft {
        OutputStream output();

        void keepAs(String key) throws IOException;

        void discard() throws IOException;
    }
}
