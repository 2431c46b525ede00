package dev.jrelease.pipeline;

import dev.jrelease.concurrent.FolderLock;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a release leaves on this machine. It belongs to one plan, which it holds as {@code plan.json}, and
 * while it is open to one run.
 */
public final class DistFolder implements AutoCloseable {
    private static final String PLAN = "plan.json";
    private static final String IDENTITY = ".plan";

    /** What GoReleaser leaves. */
    private static final List<String> GORELEASER = List.of("artifacts.json", "metadata.json");

    private final Path folder;
    private final FolderLock lock;

    private DistFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder ready for a plan, and keeps other runs out of it. What another plan left there is refused, or
     * removed with {@code clean}.
     */
    public static DistFolder open(Path folder, Path workingDirectory, ReleasePlan plan, Redactor redactor) {
        DistPlace.check(folder, workingDirectory);
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            Files.createDirectories(folder);
            DistFolder dist = new DistFolder(folder, FolderLock.take(folder).orElseThrow(() -> inUse(folder)));
            try {
                dist.prepare(plan, redactor);
                return dist;
            } catch (IOException | RuntimeException problem) {
                dist.close();
                throw problem;
            }
        } catch (IOException problem) {
            throw ReleaseException.could(FailureKind.ENVIRONMENT, "prepare " + folder)
                    .because(problem)
                    .build();
        }
    }

    private void prepare(ReleasePlan plan, Redactor redactor) throws IOException {
        List<Path> left = entries();
        if (plan.options().clean()) {
            refuseUnlessOfARelease(left);
            for (Path entry : left) {
                FileTree.delete(entry);
            }
        } else {
            refuseIfOthers(left, plan);
        }
        Files.writeString(folder.resolve(IDENTITY), plan.identity().toString());
        Path fresh = Files.writeString(folder.resolve(PLAN + ".new"), Json.pretty(plan.json(redactor)) + "\n");
        Files.move(fresh, folder.resolve(PLAN), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.endsWith(FolderLock.FILE)).toList();
        }
    }

    /** Emptying a folder that the configuration names by mistake would be the worst that a release tool can do. */
    private void refuseUnlessOfARelease(List<Path> left) {
        List<String> names = left.stream().map(DistFolder::name).toList();
        if (!left.isEmpty() && !names.contains(IDENTITY) && !names.containsAll(GORELEASER)) {
            throw ReleaseException.could(FailureKind.CONFIGURATION, "empty " + folder)
                    .because("nothing in it looks like what a release left there")
                    .hint("remove what is in it yourself, or use another folder as dist")
                    .build();
        }
    }

    private void refuseIfOthers(List<Path> left, ReleasePlan plan) throws IOException {
        Path identity = folder.resolve(IDENTITY);
        boolean same = Files.exists(identity)
                && (holdsNothingMade(left)
                        || Files.readString(identity).equals(plan.identity().toString()));
        if (!left.isEmpty() && !same) {
            throw ReleaseException.could(FailureKind.USAGE, "use " + plan.dist())
                    .because("it holds what another plan left there")
                    .hint("run with --clean to remove it first")
                    .build();
        }
        for (Path entry : left) {
            if (isOfADeadRun(entry)) {
                Files.delete(entry);
            }
        }
    }

    /** Whether the run before was refused before it made anything: the next one may be another. */
    private static boolean holdsNothingMade(List<Path> left) {
        return left.stream().allMatch(entry -> keeps(name(entry)) || isOfADeadRun(entry));
    }

    /** Where a build's context is written to while it is needed. */
    public static Path newContext(Path folder) throws IOException {
        return Files.createTempFile(folder, "context", ".tar");
    }

    /** Whether a name in the folder is that of a file of its own. */
    public static boolean keeps(String name) {
        return List.of(PLAN, PLAN + ".new", IDENTITY, FolderLock.FILE).contains(name);
    }

    private static boolean isOfADeadRun(Path entry) {
        return name(entry).startsWith("context") && name(entry).endsWith(".tar");
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    private static ReleaseException inUse(Path folder) {
        return ReleaseException.could(FailureKind.ENVIRONMENT, "use " + folder)
                .because("another run is using it")
                .hint("wait until it has ended, or stop it")
                .build();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
