package dev.jrelease.dist;

import dev.jrelease.concurrent.FolderLock;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder with the results of a release. It belongs to one plan, which it contains as {@code plan.json}, and to one
 * run while it is open.
 */
public final class DistFolder implements AutoCloseable {
    /** The folder of the images. */
    public static final String IMAGES = "oci";

    /** The ledger: what was done to registries, and what their tags held before. Later runs need it. */
    public static final String LEDGER = "ledger.json";

    static final String PLAN = "plan.json";

    private static final LinearPattern CONTEXT = LinearPattern.of("context[0-9]++\\.tar");
    private static final int MOST_NAMES = 10;

    private final Path folder;
    private final FolderLock lock;
    private final DistInputs inputs;
    private List<String> kept = List.of();

    private DistFolder(Path folder, FolderLock lock, DistInputs inputs) {
        this.folder = folder;
        this.lock = lock;
        this.inputs = inputs;
    }

    /**
     * Locks the folder and prepares it for a plan. Results of another plan are replaced; other files are never touched.
     */
    public static DistFolder open(Path folder, Path workingDirectory, DistContents contents) {
        DistPlace.check(contents.folder(), folder, workingDirectory);
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder).orElseThrow(() -> inUse(folder));
            DistFolder dist = new DistFolder(folder, lock, DistInputs.of(contents.reads(), folder, workingDirectory));
            try {
                dist.prepare(contents, GoReleaserFiles.in(folder, workingDirectory));
                return dist;
            } catch (IOException | RuntimeException problem) {
                dist.close();
                throw problem;
            }
        } catch (IOException problem) {
            throw couldNotPrepare(folder, problem);
        }
    }

    /**
     * Locks the folder to go on with what another run left in it. Nothing is removed, and it still belongs to the plan of
     * that run.
     */
    public static DistFolder goOn(Path folder, DistContents contents) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder).orElseThrow(() -> inUse(folder));
            DistRecord now = DistRecord.of(contents);
            DistRecord.read(folder).orElse(now).and(now.files()).write(folder);
            return new DistFolder(folder, lock, DistInputs.of(List.of(), folder, folder));
        } catch (IOException problem) {
            throw couldNotPrepare(folder, problem);
        }
    }

    private static ReleaseException couldNotPrepare(Path folder, IOException problem) {
        ReleaseException.Builder failure = ReleaseException.couldNot(FailureKind.ENVIRONMENT, "prepare " + folder)
                .because(problem);
        return switch (problem) {
            case AccessDeniedException denied ->
                failure.hint("give yourself the permission, or remove it as its owner")
                        .build();
            case NotDirectoryException file -> failure.hint(DistPlace.MOVE_FILE).build();
            default -> failure.build();
        };
    }

    private void prepare(DistContents contents, Set<String> ofGoReleaser) throws IOException {
        DistRecord now = DistRecord.of(contents);
        Optional<DistRecord> before = DistRecord.read(folder);
        boolean clean = contents.clean();
        if (before.isEmpty() && inputs.isEmpty()) {
            refuseOthers(ofGoReleaser, contents);
        }
        Set<String> left = new TreeSet<>(clean ? ofGoReleaser : Set.of());
        before.filter(record -> clean || !record.plan().equals(now.plan()))
                .ifPresent(record -> left.addAll(record.files()));
        remove(left);
        kept = clean ? foreign() : List.of();
        now.write(folder);
        AtomicFile.write(folder, Path.of(PLAN), contents.plan());
        AtomicFile.refuseLink(folder.resolve(IMAGES));
    }

    /** Removes files. If the run is killed, the record lists what the next run has to remove. */
    private void remove(Set<String> left) throws IOException {
        if (!left.isEmpty()) {
            DistRecord.ofLeftovers(left).write(folder);
        }
        for (String name : left) {
            FileTree.delete(folder, name, file -> !keeps(first(file)) && inputs.hold(file));
        }
        for (Path entry : entries()) {
            if (CONTEXT.matches(first(entry)) && !inputs.hold(entry)) {
                Files.delete(entry);
            }
        }
    }

    /** Refuses a folder with files that no release left, because they may be the only copy. */
    private void refuseOthers(Set<String> ofGoReleaser, DistContents contents) throws IOException {
        ReleaseException.Builder failure =
                ReleaseException.couldNot(FailureKind.ENVIRONMENT, "use " + contents.folder());
        List<String> foreign = foreign();
        if (!ofGoReleaser.isEmpty() && !contents.clean()) {
            throw failure.because("it contains results of GoReleaser")
                    .hint("run with --clean to remove them")
                    .build();
        }
        if (ofGoReleaser.isEmpty() && !foreign.isEmpty()) {
            throw failure.because("it contains files that no release left: " + String.join(", ", foreign))
                    .hint("move them, or set dist to another folder")
                    .build();
        }
    }

    /** The names of files that are neither results nor inputs of a release. */
    private List<String> foreign() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path entry : entries()) {
            if (!keeps(first(entry)) && names.size() < MOST_NAMES && !inputs.lieIn(entry)) {
                names.add(first(entry));
            }
        }
        return names;
    }

    private List<Path> entries() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            List<Path> all = new ArrayList<>();
            entries.forEach(all::add);
            return all.stream().sorted().toList();
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The first component of a file's path inside the folder. */
    private String first(Path file) {
        return folder.relativize(file).getName(0).toString();
    }

    /** The files that {@code --clean} kept, because no release left them. */
    public List<String> kept() {
        return kept;
    }

    /** A temporary file for a build context. */
    public static Path newContext(Path folder) throws IOException {
        return Files.createTempFile(folder, "context", ".tar");
    }

    /** Whether a name in the folder is used by the folder itself. */
    public static boolean keeps(String name) {
        return List.of(PLAN, LEDGER, DistRecord.FILE, FolderLock.FILE, IMAGES)
                .contains(
                        name.endsWith(AtomicFile.UNFINISHED)
                                ? name.substring(0, name.length() - AtomicFile.UNFINISHED.length())
                                : name);
    }

    /** The failure of a run that finds another one in the folder. */
    public static ReleaseException inUse(Path folder) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "use " + folder)
                .because("another run is using it")
                .hint("wait until it has ended, or stop it")
                .build();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
