package dev.jrelease.config;

import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A path with the wildcards {@code *}, {@code ?}, {@code [ab]} and {@code {a,b}}, and {@code **} for any folders. As in
 * a shell, a wildcard does not match a leading dot.
 */
final class FilePattern {
    private static final int MOST = 10_000;

    private final Path folder;
    private final List<String> names;
    private final Set<Path> found = new TreeSet<>();
    private int seen;

    private FilePattern(Path folder, List<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * The files that match, sorted.
     *
     * @throws IllegalArgumentException if the pattern is malformed
     */
    static List<Path> files(String pattern, Path folder) throws IOException {
        List<String> names = names(pattern);
        if (names.getLast().equals("**")) {
            names.add("*");
        }
        FilePattern search = new FilePattern(folder, withoutRepeatedFolders(names));
        boolean absolute = names.getFirst().isEmpty();
        search.look(Path.of(absolute ? "/" : ""), absolute ? 1 : 0);
        return List.copyOf(search.found);
    }

    /** The components; repeated slashes count once. */
    private static List<String> names(String pattern) {
        String[] all = pattern.split("/", -1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || i == all.length - 1 || !all[i].isEmpty()) {
                names.add(all[i]);
            }
        }
        return names;
    }

    /** A repeated {@code **} matches the same, and would search every folder again. */
    private static List<String> withoutRepeatedFolders(List<String> names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            if (!name.equals("**") || all.isEmpty() || !all.getLast().equals("**")) {
                all.add(name);
            }
        }
        return all;
    }

    /** Searches from the component with this number on. */
    private void look(Path at, int number) throws IOException {
        if (number == names.size()) {
            if (Files.isRegularFile(folder.resolve(at))) {
                found.add(at);
            }
            return;
        }
        String name = names.get(number);
        if (name.equals("**")) {
            look(at, number + 1);
            for (Path child : children(at, "*")) {
                // a link could form a cycle
                if (Files.isDirectory(folder.resolve(child), LinkOption.NOFOLLOW_LINKS)) {
                    look(child, number);
                }
            }
        } else if (Glob.hasWildcards(name)) {
            for (Path child : children(at, name)) {
                look(child, number + 1);
            }
        } else {
            look(at.resolve(name), number + 1);
        }
    }

    private List<Path> children(Path at, String pattern) throws IOException {
        Path place = folder.resolve(at);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        Glob glob = Glob.compile(pattern, GlobSyntax.FILES);
        try (Stream<Path> all = Files.list(place)) {
            List<Path> names =
                    all.map(Path::getFileName).limit(MOST - seen + 1L).toList();
            seen += names.size();
            if (seen > MOST) {
                throw new IOException("there are more than " + MOST + " files to search");
            }
            return names.stream()
                    .filter(name -> glob.matches(name.toString()))
                    .filter(name -> pattern.startsWith(".") || !name.toString().startsWith("."))
                    .map(at::resolve)
                    .toList();
        }
    }
}
