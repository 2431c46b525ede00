package dev.jrelease.context;

import dev.jrelease.failure.Suggestion;
import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Suggests how to add a file that a Dockerfile copies to its build context.
 *
 * @param path as the Dockerfile names it, without variables
 * @param base the project's folder
 * @param context the paths of all files in the context
 * @param binaries the paths of programs in the context
 * @param platformFolder the folder of this platform's programs in a context for several platforms
 * @param extraFiles the location of {@code extra_files}, if the entry has any
 * @param entry the location of the entry
 */
record MissingSource(
        String path,
        Path base,
        SortedSet<String> context,
        Set<String> binaries,
        String platformFolder,
        Optional<String> extraFiles,
        String entry) {
    private static final LinearPattern PLAIN = LinearPattern.of("[A-Za-z0-9._/][A-Za-z0-9._/-]*+");

    private static final int MOST_NAMES = 8;
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 20_000;

    String hint() {
        if (context.contains(platformFolder + "/" + path)) {
            return "each platform has a folder of programs: write ARG TARGETPLATFORM before this line, and use"
                    + " $TARGETPLATFORM/" + path;
        }
        boolean ofPlatform = path.startsWith(platformFolder + "/");
        return inProject()
                .or(this::elsewhereInContext)
                .or(() -> ofPlatform ? Optional.empty() : elsewhereInProject())
                .or(() -> Suggestion.didYouMean(path, ownContext()))
                .orElseGet(() -> "the context contains " + listed());
    }

    private Optional<String> inProject() {
        try {
            Path file = base.resolve(path);
            return Files.exists(file) && file.toRealPath().startsWith(base.toRealPath())
                    ? Optional.of(add(quoted(Files.isDirectory(file) ? path + "/" : path)))
                    : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> elsewhereInContext() {
        return only(ownContext().stream())
                .map(other -> "the context has it as " + other + ": use that path in the Dockerfile");
    }

    /** The context without the programs of other platforms. */
    private List<String> ownContext() {
        return context.stream()
                .filter(file ->
                        !binaries.contains(file) || !file.contains("/") || file.startsWith(platformFolder + "/"))
                .toList();
    }

    private Optional<String> elsewhereInProject() {
        return inFilesOfProject(files -> only(files))
                .map(other -> add("{src: " + quoted(other) + ", dst: " + quoted(path) + "}"));
    }

    /** For a path with wildcards. */
    String hintForPattern() {
        Glob glob = Glob.compile(path, GlobSyntax.DOCKERIGNORE);
        return inFilesOfProject(files -> files.filter(glob::matches).findFirst())
                .map(_ -> add(quoted(path)))
                .orElseGet(() -> "the context contains " + listed());
    }

    private Optional<String> inFilesOfProject(Function<Stream<String>, Optional<String>> search) {
        try (Stream<Path> files = Files.walk(base, DEEPEST, new FileVisitOption[0])) {
            return search.apply(files.limit(MOST_FILES)
                    .filter(Files::isRegularFile)
                    .map(file -> Collecting.slashes(base.relativize(file)))
                    .filter(file -> !file.startsWith(".git/")));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** The only file with this name; empty if there are several. */
    private Optional<String> only(Stream<String> files) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<String> same = files.filter(file -> file.equals(name) || file.endsWith("/" + name))
                .limit(2)
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private String listed() {
        String some = context.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = context.size() - MOST_NAMES;
        return more > 0 ? some + ", and " + more + " more" : some;
    }

    private String add(String item) {
        return extraFiles
                .map(place -> "add " + item + " to extra_files in " + place)
                .orElse("add extra_files: [" + item + "] to the entry in " + entry);
    }

    private static String quoted(String text) {
        return PLAIN.matches(text) ? text : "'" + text.replace("'", "''") + "'";
    }
}
