package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps everything in a folder, one file per key, so that it outlives the process and may be larger than memory. */
final class FolderStorage implements Storage {
    private final Path folder;
    private final Path drafts;

    FolderStorage(Path folder) throws IOException {
        this.folder = folder;
        this.drafts = Files.createDirectories(folder.resolve("drafts"));
    }

    @Override
    public Optional<Content> find(String key) {
        Path file = folder.resolve(key);
        return Files.isRegularFile(file) ? Optional.of(new FileContent(file)) : Optional.empty();
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        Draft draft = draft();
        draft.output().write(bytes);
        draft.keepAs(key);
    }

    @Override
    public Draft draft() throws IOException {
        Path file = Files.createTempFile(drafts, "", "");
        return new FileDraft(file, Files.newOutputStream(file));
    }

    @Override
    public boolean delete(String key) throws IOException {
        return Files.deleteIfExists(folder.resolve(key));
    }

    @Override
    public List<String> names(String path) throws IOException {
        Path parent = folder.resolve(path);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private record FileContent(Path file) implements Content {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    private final class FileDraft implements Draft {
        private final Path file;
        private final OutputStream output;

        FileDraft(Path file, OutputStream output) {
            this.file = file;
            this.output = output;
        }

        @Override
        public OutputStream output() {
            return output;
        }

        @Override
        public void keepAs(String key) throws IOException {
            output.close();
            Path target = folder.resolve(key);
            Files.createDirectories(target.resolveSibling("."));
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void discard() throws IOException {
            output.close();
            Files.deleteIfExists(file);
        }
    }
}
