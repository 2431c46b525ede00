package dev.jrelease.pipeline;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.process.Command;
import dev.jrelease.process.CommandWords;
import dev.jrelease.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command of the project, which a task runs.
 *
 * @param purpose for messages: {@code run the hook make}
 * @param folder from the project's folder; empty for that folder
 * @param variables added to the environment
 * @param output whether its output is shown also without {@code --verbose}
 */
public record ProjectCommand(
        String purpose,
        List<String> words,
        String folder,
        Map<String, String> variables,
        boolean output,
        Location location) {

    public ProjectCommand {
        words = List.copyOf(words);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The words of a command, or the command of a shell that runs it. */
    public static List<String> words(String command, String shell) {
        return shell.isEmpty() ? CommandWords.of(command).words() : List.of(shell, "-c", command);
    }

    /**
     * Runs it to its end. If this thread is interrupted, the command and its children are killed.
     *
     * @throws ReleaseException of kind BUILD, with the last lines of output, if it does not end with exit code 0
     */
    public void run(Run run) throws InterruptedException {
        Command command =
                new Command(words, place(run), "").within(Command.Limit.NONE).withVariables(variables);
        LastLines last = new LastLines();
        int exitCode;
        try {
            exitCode = new ProcessRunner(run.environment()).follow(command, line -> {
                last.add(line);
                show(line, run);
            });
        } catch (ReleaseException notStarted) {
            throw notStarted.at(location);
        }
        if (exitCode != 0) {
            // What was shown already is not repeated.
            throw failure(FailureKind.BUILD, "it ended with exit code " + exitCode + (output ? "" : last.text()));
        }
    }

    private void show(String line, Run run) {
        if (output) {
            run.message(line);
        } else {
            run.output(line);
        }
    }

    /**
     * The folder that it runs in.
     *
     * @throws ReleaseException of kind CONFIGURATION if there is none
     */
    public Path place(Run run) {
        Path project = run.environment().workingDirectory();
        try {
            Path place = SourceTree.around(project).inside(project.resolve(folder));
            if (!Files.isDirectory(place)) {
                throw failure(FailureKind.CONFIGURATION, "there is no folder " + folder);
            }
            return place;
        } catch (OutsideException outside) {
            throw failure(FailureKind.CONFIGURATION, String.valueOf(outside.getMessage()));
        }
    }

    private ReleaseException failure(FailureKind kind, String why) {
        return ReleaseException.couldNot(kind, purpose)
                .because(why)
                .at(location)
                .build();
    }
}
