package dev.jrelease.cli;

import dev.jrelease.cli.progress.Tint;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.ReleaseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** Prints problems and failures: as text, as annotations of GitHub Actions, or as JSON. */
record ProblemOutput(Console console) {
    /** A stack overflow repeats the same lines. */
    private static final int MOST_LINES_OF_TRACE = 60;

    void print(List<Problem> problems) {
        if (console.logsJson()) {
            problems.forEach(problem -> console.log(ProblemJson.event(problem)));
            return;
        }
        ProblemTexts.of(problems, console.redactor()).forEach(this::show);
        problems.forEach(problem -> console.annotation(all -> all.of(problem)));
    }

    /** Its first line stands out. */
    private void show(ProblemTexts.Shown problem) {
        String[] parts = problem.text().split("\n", 2);
        console.logged(parts[0], problem.severity() == Severity.WARNING ? Tint.WARNING : Tint.FAILURE);
        if (parts.length > 1) {
            console.logged(parts[1], Tint.PLAIN);
        }
    }

    int usage(ParameterException problem) {
        Optional<String> hint = OptionsOfOtherTools.hint(problem);
        String message = UsageText.of(problem);
        if (console.logsJson()) {
            console.log(ProblemJson.event(message, hint));
            return ExitCode.USAGE.code();
        }
        console.progress("jrelease: " + message, Tint.FAILURE);
        hint.ifPresent(text -> console.progress("  hint: " + text));
        console.annotation(all -> all.error(Optional.empty(), message, hint));
        console.progress("try: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    /** Prints a failure, and returns its exit code. */
    int failure(Throwable problem) {
        return switch (problem) {
            case InvalidConfigurationException invalid -> {
                print(invalid.problems());
                say(String.valueOf(invalid.getMessage()));
                others(invalid);
                yield ExitCode.CONFIGURATION.code();
            }
            case ReleaseException failed -> {
                print(failed);
                others(failed);
                yield ExitCode.of(failed.kind()).code();
            }
            case InterruptedException interrupted -> {
                say("interrupted");
                yield ExitCode.INTERRUPTED.code();
            }
            default -> bug(problem).code();
        };
    }

    private void print(ReleaseException failed) {
        if (console.logsJson()) {
            console.log(ProblemJson.event(failed));
            return;
        }
        String where = failed.location().map(location -> location + ": ").orElse("");
        console.progress("jrelease: " + where + failed.getMessage(), Tint.FAILURE);
        failed.hint().ifPresent(hint -> console.progress("  hint: " + hint));
        console.annotation(all -> all.error(failed.location(), String.valueOf(failed.getMessage()), failed.hint()));
    }

    /** Further failures that occurred at the same time. */
    private void others(ReleaseException failed) {
        for (Throwable other : failed.getSuppressed()) {
            if (other instanceof ReleaseException release) {
                print(release);
            }
        }
    }

    private void say(String failure) {
        if (console.logsJson()) {
            console.log(ProblemJson.event(failure));
        } else {
            console.progress("jrelease: " + failure, Tint.FAILURE);
        }
    }

    /** Prints a stack trace, which users see only for a bug. */
    private ExitCode bug(Throwable problem) {
        say("this is a bug in jrelease; please report it with what follows");
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().limit(MOST_LINES_OF_TRACE).forEach(console::progress);
        console.annotation(all -> all.error(Optional.empty(), "a bug in jrelease", Optional.empty()));
        return ExitCode.BUG;
    }
}
