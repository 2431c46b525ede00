package dev.jrelease.testkit.registry;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps everything in memory, for tests. */
final class MemoryStorage implements Storage {
    private final ConcurrentSkipListMap<String, byte[]> values = new ConcurrentSkipListMap<>();

    @Override
    public Optional<Content> find(String key) {
        return Optional.ofNullable(values.get(key)).map(Content::of);
    }

    @Override
    public void put(String key, byte[] bytes) {
        values.put(key, bytes.clone());
    }

    @Override
    public Draft draft() {
        return new MemoryDraft();
    }

    @Override
    public boolean delete(String key) {
        return values.remove(key) != null;
    }

    @Override
    public List<String> names(String folder) {
        String prefix = folder + "/";
        return values.tailMap(prefix).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .map(key -> firstName(key.substring(prefix.length())))
                .distinct()
                .toList();
    }

    private static String firstName(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private final class MemoryDraft implements Draft {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public OutputStream output() {
            return written;
        }

        @Override
        public void keepAs(String key) {
            values.put(key, written.toByteArray());
        }

        @Override
        public void discard() {
            written.reset();
        }
    }
}
