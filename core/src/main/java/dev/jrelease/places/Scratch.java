package dev.jrelease.places;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for images on their way from or to an engine, below TMPDIR. It is made when it is needed. */
final class Scratch implements AutoCloseable {
    private final Environment environment;
    private @Nullable Path folder;
    private @Nullable OciLayout layout;
    private int files;

    Scratch(Environment environment) {
        this.environment = environment;
    }

    /** A file that does not exist yet. */
    synchronized Path file() {
        return folder().resolve(++files + ".tar");
    }

    /** The layout for images that get a manifest. */
    synchronized OciLayout layout() {
        OciLayout made = layout;
        if (made == null) {
            made = OciLayout.create(folder().resolve("oci"));
            layout = made;
        }
        return made;
    }

    private Path folder() {
        Path made = folder;
        if (made == null) {
            Path temporary = Path.of(environment.variable("TMPDIR").orElse(System.getProperty("java.io.tmpdir")));
            try {
                made = Files.createTempDirectory(temporary, "jrelease-");
            } catch (IOException problem) {
                throw failure("make a folder in " + temporary, problem);
            }
            folder = made;
        }
        return made;
    }

    private static ReleaseException failure(String attempt, IOException problem) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, attempt)
                .because(problem)
                .hint("set TMPDIR to a folder with space for the image")
                .build();
    }

    @Override
    public synchronized void close() {
        if (layout != null) {
            layout.close();
        }
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException problem) {
            throw failure("remove " + folder, problem);
        }
        folder = null;
        layout = null;
    }
}
