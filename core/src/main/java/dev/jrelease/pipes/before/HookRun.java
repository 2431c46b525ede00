package dev.jrelease.pipes.before;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.pipeline.Run;
import dev.jrelease.process.Command;
import dev.jrelease.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Runs one hook, and keeps the last lines of its output for an error message. */
final class HookRun {
    private static final int MOST_LINES = 20;
    private static final int LONGEST_KEPT = 500;

    private final HookTask task;
    private final Run run;
    private final Deque<String> last = new ArrayDeque<>();

    HookRun(HookTask task, Run run) {
        this.task = task;
        this.run = run;
    }

    /** @throws ReleaseException of kind BUILD if the command does not end with exit code 0 */
    void start() throws InterruptedException {
        Environment environment = run.environment();
        Command command =
                new Command(words(), folder(), "").within(Command.Limit.NONE).withVariables(task.variables());
        int exitCode;
        try {
            exitCode = new ProcessRunner(environment).follow(command, this::line);
        } catch (ReleaseException notStarted) {
            throw notStarted.at(task.location());
        }
        if (exitCode != 0) {
            throw failure(FailureKind.BUILD, "it ended with exit code " + exitCode + printed());
        }
    }

    private List<String> words() {
        return task.shell().isEmpty()
                ? CommandWords.of(task.command()).words()
                : List.of(task.shell(), "-c", task.command());
    }

    private Path folder() {
        Path project = run.environment().workingDirectory();
        try {
            Path folder = SourceTree.around(project).inside(project.resolve(task.dir()));
            if (!Files.isDirectory(folder)) {
                throw failure(FailureKind.CONFIGURATION, "there is no folder " + task.dir());
            }
            return folder;
        } catch (OutsideException outside) {
            throw failure(FailureKind.CONFIGURATION, String.valueOf(outside.getMessage()));
        }
    }

    private void line(String line) {
        synchronized (last) {
            last.addLast(line.length() <= LONGEST_KEPT ? line : line.substring(0, LONGEST_KEPT) + "…");
            if (last.size() > MOST_LINES) {
                last.removeFirst();
            }
        }
        if (task.output()) {
            run.message(line);
        } else {
            run.output(line);
        }
    }

    /** The last lines of output, unless they were shown before. */
    private String printed() {
        StringBuilder lines = new StringBuilder();
        synchronized (last) {
            if (!task.output()) {
                last.forEach(line -> lines.append("\n  | ").append(line));
            }
        }
        return lines.toString();
    }

    private ReleaseException failure(FailureKind kind, String why) {
        return ReleaseException.couldNot(kind, "run the hook " + task.title())
                .because(why)
                .at(task.location())
                .build();
    }
}
