package dev.jrelease.dist;

import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files in a dist folder that the release reads, such as programs that were built into it. */
final class DistInputs {
    private final List<Predicate<String>> inputs = new ArrayList<>();
    private final Path folder;
    private final Path workingDirectory;

    private DistInputs(Path folder, Path workingDirectory) {
        this.folder = folder;
        this.workingDirectory = workingDirectory;
    }

    /**
     *
     * @param paths from the working directory
     */
    static DistInputs of(List<String> paths, Path folder, Path workingDirectory) {
        DistInputs all = new DistInputs(folder, workingDirectory);
        paths.stream().distinct().forEach(all::add);
        return all;
    }

    private void add(String path) {
        try {
            String above = Glob.hasWildcards(path) ? Glob.leadingDirectory(path) : path;
            // A path that reaches the folder from outside is not one of them.
            if (workingDirectory.resolve(above).normalize().startsWith(folder)) {
                addInside(Path.of(path).normalize().toString());
            }
        } catch (InvalidPathException nameless) {
            // No file can have such a name.
        }
    }

    private void addInside(String path) {
        inputs.add(file -> file.equals(path) || file.startsWith(path + "/"));
        if (Glob.hasWildcards(path)) {
            try {
                inputs.add(Glob.compile(path, GlobSyntax.FILES)::matchesOrParent);
            } catch (IllegalArgumentException malformed) {
                // A path with wildcards may also be the name of a file.
            }
        }
    }

    boolean isEmpty() {
        return inputs.isEmpty();
    }

    /** Whether a file is one of them. */
    boolean hold(Path file) {
        String path = workingDirectory.relativize(file).toString();
        return inputs.stream().anyMatch(input -> input.test(path));
    }

    /** Whether a file is one of them, or a folder contains one. */
    boolean lieIn(Path place) throws IOException {
        if (inputs.isEmpty()) {
            return false;
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.anyMatch(this::hold);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
