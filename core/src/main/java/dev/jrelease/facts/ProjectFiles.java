package dev.jrelease.facts;

import dev.jrelease.failure.Reason;
import dev.jrelease.files.SourceTree;
import dev.jrelease.files.WholeFile;
import dev.jrelease.template.function.FileAccess;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The files of the repository. Each is read once, so that all uses see the same content. Files outside of the
 * repository are refused.
 */
final class ProjectFiles implements FileAccess {
    private final Path folder;
    private final Path home;
    private final SourceTree tree;
    private final Map<Path, byte[]> contents = new HashMap<>();
    private final Map<Path, IOException> failures = new HashMap<>();

    ProjectFiles(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
        this.tree = SourceTree.around(folder);
    }

    @Override
    public synchronized byte[] read(String path) throws IOException {
        Path file = place(path);
        if (!contents.containsKey(file) && !failures.containsKey(file)) {
            remember(file);
        }
        byte[] content = contents.get(file);
        if (content == null) {
            throw failure(file);
        }
        return content.clone();
    }

    private void remember(Path file) {
        try {
            contents.put(file, WholeFile.bytes(file));
        } catch (IOException failed) {
            failures.put(file, failed);
        }
    }

    private IOException failure(Path file) {
        IOException reason = failures.get(file);
        return reason instanceof NoSuchFileException
                ? new NoSuchFileException(file.toString())
                : new IOException(Reason.of(Objects.requireNonNull(reason)), reason);
    }

    private Path place(String path) throws IOException {
        try {
            return tree.inside(path.startsWith("~/") ? home.resolve(path.substring(2)) : folder.resolve(path));
        } catch (InvalidPathException impossible) {
            throw new IOException("it is not a path", impossible);
        }
    }

    @Override
    public synchronized Map<String, byte[]> contents() {
        Map<String, byte[]> all = new TreeMap<>();
        contents.forEach((file, content) -> all.put(folder.relativize(file).toString(), content.clone()));
        return all;
    }

    @Override
    public String absolute(String path) {
        return folder.toAbsolutePath().resolve(path).normalize().toString();
    }
}
