package dev.jrelease.context;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of a build context, found and checked, not yet read. {@link #write} writes them as a tar file: the same
 * files give the same bytes.
 */
public final class BuildContext {
    private static final String DOCKERFILE = "Dockerfile";

    private final SortedMap<String, ContextEntry> entries;
    private final String dockerfile;
    private final Instant mtime;

    private BuildContext(SortedMap<String, ContextEntry> entries, String dockerfile, Instant mtime) {
        this.entries = entries;
        this.dockerfile = dockerfile;
        this.mtime = mtime.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Finds the files of a context.
     *
     * @throws dev.jrelease.failure.InvalidConfigurationException with all problems: files that are missing, unreadable,
     *     outside the base directory, of another type, or in conflict with each other
     */
    public static BuildContext collect(ContextSpec spec) {
        Problems problems = new Problems();
        BuildContext context = collect(spec, problems);
        problems.throwIfErrors();
        return context;
    }

    /** Finds the files of a context and reports problems; after an error the context is incomplete. */
    public static BuildContext collect(ContextSpec spec, Problems problems) {
        try {
            Path base = spec.directory().toRealPath();
            Path dockerfile = base.resolve(spec.dockerfile()).normalize();
            ContextFiles files = new ContextFiles(problems);
            SourceTree tree = SourceTree.around(base);
            if (leadsOut(spec, dockerfile, tree, problems)) {
                return new BuildContext(files.entries(), DOCKERFILE, spec.mtime());
            }
            DockerIgnore ignore = DockerIgnore.load(base, dockerfile, tree, problems);
            ContextCollector collector =
                    new ContextCollector(new Collecting(base, tree, ignore, spec.leftOut(), files, problems));
            spec.files().forEach(collector::add);
            spec.filledFiles().forEach(collector::add);
            spec.binaries().forEach(collector::add);
            String name = addDockerfile(spec, dockerfile, files, problems);
            return new BuildContext(files.entries(), name, spec.mtime());
        } catch (IOException unreadable) {
            throw ReleaseException.couldNot(
                            FailureKind.ENVIRONMENT, "collect the files for the build in " + spec.directory())
                    .because(unreadable)
                    .build();
        }
    }

    private static boolean leadsOut(ContextSpec spec, Path dockerfile, SourceTree tree, Problems problems) {
        try {
            tree.inside(dockerfile);
            return false;
        } catch (OutsideException outside) {
            problems.error(
                    spec.dockerfileLocation(),
                    "cannot read the Dockerfile " + spec.dockerfile() + ": " + outside.getMessage());
            return true;
        }
    }

    /** Adds the Dockerfile under its usual name, unless another file has that name. */
    private static String addDockerfile(ContextSpec spec, Path file, ContextFiles files, Problems problems)
            throws IOException {
        if (spec.filledDockerfile().isEmpty() && (!Files.isRegularFile(file) || !Files.isReadable(file))) {
            problems.error(
                    spec.dockerfileLocation(),
                    (Files.exists(file) ? "cannot read the Dockerfile " : "there is no file ") + spec.dockerfile());
            return DOCKERFILE;
        }
        ContextEntry entry = spec.filledDockerfile().isPresent()
                ? new ContextEntry.Filled(spec.filledDockerfile().get().content(), false)
                : new ContextEntry.Regular(file, Files.size(file), false);
        String name = DOCKERFILE;
        for (int i = 1; !files.accepts(name, entry); i++) {
            name = DOCKERFILE + "." + i;
        }
        if (!files.has(name)) {
            files.add(name, entry, spec.dockerfile().toString(), spec.dockerfileLocation());
        }
        return name;
    }

    /** The paths of all files and links in the context. */
    public SortedSet<String> files() {
        return entries.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof ContextEntry.Directory))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The files on disk that it takes in, by their paths in the context. */
    public SortedMap<String, Path> sources() {
        SortedMap<String, Path> sources = new TreeMap<>();
        entries.forEach((path, entry) -> {
            if (entry instanceof ContextEntry.Regular file) {
                sources.put(path, file.file());
            }
        });
        return sources;
    }

    /** All of it that reaches a build, but for the content of {@link #sources}: the same text for the same context. */
    public List<String> outline() {
        List<String> lines = new ArrayList<>();
        lines.add(dockerfile);
        lines.add(mtime.toString());
        entries.forEach((path, entry) -> {
            lines.add(path);
            lines.add(entry.outline());
        });
        return lines;
    }

    /** Whether a path is certainly not in the context: it has no such entry, and no link on the way to it. */
    boolean lacks(String path) {
        if (path.isEmpty() || entries.containsKey(path)) {
            return false;
        }
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (entries.get(path.substring(0, end)) instanceof ContextEntry.Link) {
                return false;
            }
        }
        return true;
    }

    /** Whether certainly nothing in the context matches a pattern: links may lead to what matches. */
    boolean hasNoMatch(String pattern) {
        Glob glob = Glob.compile(pattern, GlobSyntax.DOCKERIGNORE);
        return entries.entrySet().stream()
                .noneMatch(entry -> entry.getValue() instanceof ContextEntry.Link || glob.matches(entry.getKey()));
    }

    /**
     * Writes the context to a tar file, which is replaced if it exists. Files are streamed.
     *
     * @throws ReleaseException if a file has changed, or the tar file cannot be written
     */
    public ContextArchive write(Path tar) throws InterruptedException {
        return new ContextWriter(mtime).write(entries, tar, dockerfile);
    }
}
