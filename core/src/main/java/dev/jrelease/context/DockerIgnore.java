package dev.jrelease.context;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.files.CleanPath;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.files.WholeFile;
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
 * The rules of a {@code .dockerignore}: a pattern matches paths from the root of the context and everything below them,
 * {@code !} includes paths again, and the last matching pattern decides.
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

    /**
     * A line of the file.
     *
     * @param exception whether it begins with {@code !}
     */
    private record Rule(Glob pattern, boolean exception, Location location) {}

    /** Reads {@code NAME.dockerignore} beside the Dockerfile, or else {@code .dockerignore} in the base directory. */
    static DockerIgnore load(Path directory, Path dockerfile, SourceTree tree, Problems problems) throws IOException {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + NAME);
        Path file = Files.isRegularFile(own) ? own : directory.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return NOTHING;
        }
        String name = file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
        try {
            return parse(name, new String(WholeFile.bytes(tree.inside(file)), StandardCharsets.UTF_8), problems);
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
            // some editors on Windows begin a file with a byte order mark
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

    /** The line that excludes a path, if one does. */
    Optional<Location> ignoring(String path) {
        boolean[] matches = new boolean[rules.size()];
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            ignoring(path.substring(0, end), matches);
        }
        return ignoring(path, matches);
    }

    /**
     * Evaluates one path. A pattern that matches a folder also matches its content. As in Docker, a rule is evaluated
     * only if it could change the result: after {@code a/b}, the rule {@code !a} was not evaluated for {@code a}, so it
     * does not include {@code a/b} again.
     *
     * @param matches which rules matched the parent folder; updated for the path
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

    /** Whether a path below an excluded folder may be included again. */
    boolean hasExceptions() {
        return rules.stream().anyMatch(Rule::exception);
    }
}
