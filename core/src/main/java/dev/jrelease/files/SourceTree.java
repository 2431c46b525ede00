package dev.jrelease.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that contains every file that a configuration may name: the git repository, or without one the project's
 * folder.
 *
 * @param root a real path, without links in it
 * @param repository whether it is a git repository
 */
public record SourceTree(Path root, boolean repository) {
    private static final String GIT = ".git";

    /** The tree that a project's folder belongs to. */
    public static SourceTree around(Path folder) {
        Path real = real(folder.toAbsolutePath());
        for (Path above = real; above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(GIT))) {
                return new SourceTree(above, true);
            }
        }
        return new SourceTree(real, false);
    }

    /**
     * The real path of a file in this tree. The file may be missing.
     *
     * @throws OutsideException if the file or the target of a link is elsewhere
     */
    public Path inside(Path file) throws OutsideException {
        Path real = real(file.toAbsolutePath());
        if (!real.startsWith(root)) {
            throw new OutsideException(this);
        }
        return real;
    }

    /** Resolves links in the existing part of the path; the missing part keeps its names. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            Path parent = file.getParent();
            Path name = file.getFileName();
            return parent == null || name == null
                    ? file
                    : real(parent).resolve(target(file, name)).normalize();
        }
    }

    private static Path target(Path file, Path name) {
        try {
            return Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : name;
        } catch (IOException unreadable) {
            return name;
        }
    }

    @Override
    public String toString() {
        return (repository ? "the repository " : "the folder ") + root;
    }
}
