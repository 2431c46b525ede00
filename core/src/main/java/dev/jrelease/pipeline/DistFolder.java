package dev.jrelease.pipeline;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a release leaves on this machine. It belongs to one plan, which it holds as {@code plan.json}. */
public final class DistFolder {
    private static final String PLAN = "plan.json";

    private final Path folder;
    private final Path workingDirectory;
    private final Redactor redactor;

    public DistFolder(Path folder, Path workingDirectory, Redactor redactor) {
        this.redactor = redactor;
        this.folder = folder;
        this.workingDirectory = workingDirectory;
    }

    /** Makes the folder ready for a plan. What another plan left there is refused, or removed with {@code clean}. */
    public void prepare(ReleasePlan plan) {
        String wanted = Json.pretty(plan.json(redactor)) + "\n";
        refuseUnlessBelow();
        try {
            if (plan.options().clean()) {
                delete();
            }
            refuseIfOthers(wanted);
            Files.createDirectories(folder);
            Path fresh = Files.writeString(folder.resolve(PLAN + ".new"), wanted);
            Files.move(fresh, folder.resolve(PLAN), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw ReleaseException.could(FailureKind.ENVIRONMENT, "prepare " + folder)
                    .because(problem)
                    .build();
        }
    }

    private void refuseUnlessBelow() {
        if (!folder.startsWith(workingDirectory)
                || folder.equals(workingDirectory)
                || Files.exists(folder.resolve(".git"))) {
            throw ReleaseException.could(FailureKind.CONFIGURATION, "use " + folder + " as dist")
                    .because("it is not a folder of its own inside " + workingDirectory)
                    .hint("dist is emptied by --clean, so it must hold nothing else")
                    .build();
        }
    }

    private void refuseIfOthers(String wanted) throws IOException {
        if (isEmpty()) {
            return;
        }
        Path plan = folder.resolve(PLAN);
        if (!Files.exists(plan) || !Files.readString(plan).equals(wanted)) {
            throw ReleaseException.could(FailureKind.USAGE, "use " + workingDirectory.relativize(folder))
                    .because("it holds what another plan left there")
                    .hint("run with --clean to remove it first")
                    .build();
        }
    }

    private boolean isEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private void delete() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
