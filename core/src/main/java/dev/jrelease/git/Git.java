package dev.jrelease.git;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.process.Command;
import dev.jrelease.process.ProcessResult;
import dev.jrelease.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs {@code git} for use by a program: English messages, no changes to the index, no prompts. */
record Git(ProcessRunner processes, Path directory) {
    private static final String FATAL = "fatal: ";

    /** An exit code other than 0 is a result. */
    ProcessResult run(String... arguments) throws InterruptedException {
        try {
            return processes.run(command(arguments));
        } catch (ReleaseException notStarted) {
            ReleaseException.Builder failure = couldNotRead().cause(notStarted);
            throw Files.isDirectory(directory)
                    ? failure.because(notStarted.reason())
                            .hint("install git, and check that git --version works here")
                            .build()
                    : failure.because("there is no such folder")
                            .hint("name the project's folder with -C")
                            .build();
        }
    }

    private Command command(String... arguments) {
        List<String> all = Stream.concat(Stream.of("git", "--no-optional-locks"), Stream.of(arguments))
                .toList();
        return new Command(all, directory, "").withVariable("LC_ALL", "C").withVariable("GIT_TERMINAL_PROMPT", "0");
    }

    private ReleaseException.Builder couldNotRead() {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the git repository in " + directory);
    }

    /** The failure for an error message of git. */
    ReleaseException refused(ProcessResult result) {
        String words = result.errors().lines().findFirst().orElse("exit code " + result.exitCode());
        if (words.contains("dubious ownership")) {
            return couldNotRead()
                    .because("the folder belongs to someone else, and git does not trust it")
                    .hint("run git config --global --add safe.directory " + directory)
                    .build();
        }
        boolean none = words.contains("not a git repository");
        var failure = ReleaseException.couldNot(FailureKind.GIT, "read the git repository in " + directory);
        return none
                ? failure.because("neither this folder nor one above it is a git repository")
                        .hint("name the project's folder with -C, or run git init and commit")
                        .build()
                : failure.because(words.startsWith(FATAL) ? words.substring(FATAL.length()) : words)
                        .build();
    }
}
