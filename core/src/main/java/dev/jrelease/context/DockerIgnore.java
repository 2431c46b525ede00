package dev.jrelease.context;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.files.CleanPath;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The paths that a {@code .dockerignore} keeps out of a build context, by Docker's rules: a pattern is about paths
 * from the root of the context and about everything below them, {@code !} lets paths in again, the last pattern that
 * matches decides.
 *
 * @see <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">Docker's documentation</a>
 */
final class DockerIgnore {
    static final DockerIgnore NOTHING = new DockerIgnore(List.of());

    private static final String NAME = ".dockerignore";

    private final List<Rule> rules;

    private DockerIgnore(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** One line: what it matches, and whether it lets in again. */
    private record Rule(Glob pattern, boolean exception, Location location) {}

    /** Reads the file that belongs to a Dockerfile: {@code NAME.dockerignore} beside it, else the base directory's. */
    static DockerIgnore load(Path directory, Path dockerfile, SourceTree tree, Problems problems) throws IOException {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + NAME);
        Path file = Files.isRegularFile(own) ? own : directory.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return NOTHING;
        }
        String name = file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
        try {
            return parse(name, new String(Files.readAllBytes(tree.inside(file)), StandardCharsets.UTF_8), problems);
        } catch (OutsideException outside) {
            problems.error(Location.ofFile(name), "cannot read " + name + ": " + outside.getMessage());
            return NOTHING;
        }
    }

    static DockerIgnore parse(String file, String text, Problems problems) {
        List<Rule> rules = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Location location = new Location(file, i + 1, 1);
            // Windows editors begin a file with a byte order mark
            String line =
                    i == 0 && lines.get(i).startsWith("\uFEFF") ? lines.get(i).substring(1) : lines.get(i);
            try {
                rule(line, location).ifPresent(rules::add);
            } catch (IllegalArgumentException malformed) {
                problems.error(location, String.valueOf(malformed.getMessage()));
            }
        }
        return new DockerIgnore(rules);
    }

    private static Optional<Rule> rule(String line, Location location) {
        String trimmed = line.strip();
        if (line.startsWith("#") || trimmed.isEmpty()) {
            return Optional.empty();
        }
        boolean exception = trimmed.startsWith("!");
        String path = exception ? trimmed.substring(1).strip() : trimmed;
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a '!' without a pattern");
        }
        String clean = clean(path);
        return clean.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rule(Glob.compile(clean, GlobSyntax.DOCKERIGNORE), exception, location));
    }

    /** Without a slash at either end; empty for the context as a whole. */
    private static String clean(String path) {
        String clean = path.startsWith("/") ? CleanPath.below(path) : CleanPath.of(path);
        return clean.equals(".") ? "" : clean;
    }

    /** The line that keeps a path out, if one does. */
    Optional<Location> ignoring(String path) {
        boolean[] matches = new boolean[rules.size()];
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            ignoring(path.substring(0, end), matches);
        }
        return ignoring(path, matches);
    }

    /**
     * Judges one path. What matched the directory it is in matches it too; but Docker asks a rule only where it could
     * change the outcome, so that after {@code a/b} the rule {@code !a}, never asked about {@code a}, does not let
     * {@code a/b} in again.
     *
     * @param matches which rules matched the directory, and then the path
     */
    private Optional<Location> ignoring(String path, boolean[] matches) {
        Optional<Location> by = Optional.empty();
        for (int i = 0; i < matches.length; i++) {
            Rule rule = rules.get(i);
            boolean asked = rule.exception == by.isPresent();
            matches[i] = matches[i] || (asked && rule.pattern.matches(path));
            if (matches[i]) {
                by = rule.exception ? Optional.empty() : Optional.of(rule.location);
            }
        }
        return by;
    }

    boolean ignores(String path) {
        return ignoring(path).isPresent();
    }

    /** Whether something below an ignored directory may be let in again. */
    boolean hasExceptions() {
        return rules.stream().anyMatch(Rule::exception);
    }
}
