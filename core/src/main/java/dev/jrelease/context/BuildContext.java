package dev.jrelease.context;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files that an image is built from, found and checked, not yet read. {@link #write} makes a tar file of them
 * that is the same, byte for byte, wherever the same files are.
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
     * @throws dev.jrelease.failure.InvalidConfigurationException with everything that is wrong: files that are
     *     missing, unreadable, outside the base directory, neither file nor directory nor link, or in each other's way
     */
    public static BuildContext collect(ContextSpec spec) {
        Problems problems = new Problems();
        BuildContext context = collect(spec, problems);
        problems.throwIfErrors();
        return context;
    }

    /** Finds the files of a context and adds what is wrong to the problems; with errors there, it is incomplete. */
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

    /** Under its usual name, unless another file has that name in this context. */
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

    /** The paths of everything in the context but folders. */
    public SortedSet<String> files() {
        return entries.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof ContextEntry.Directory))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a path is certainly not in the context: it has no such entry, and no link on the way may lead to it. */
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

    /**
     * Writes the context as a tar file, replacing what was there. Files are streamed.
     *
     * @throws ReleaseException if a file changed meanwhile or the tar file cannot be written
     */
    public ContextArchive write(Path tar) throws InterruptedException {
        return new ContextWriter(mtime).write(entries, tar, dockerfile);
    }
}
