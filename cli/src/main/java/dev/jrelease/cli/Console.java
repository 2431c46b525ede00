package dev.jrelease.cli;

import dev.jrelease.config.ProblemTexts;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where words come from and go: results to standard output, everything else to standard error, secrets nowhere. */
final class Console {
    /** A stack that overflowed says the same a thousand times. */
    private static final int MOST_LINES_OF_TRACE = 60;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Redactor redactor;
    private Optional<GitHubAnnotations> annotations = Optional.empty();

    Console(InputStream in, PrintStream out, PrintStream err, Redactor redactor) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.redactor = redactor;
    }

    InputStream in() {
        return in;
    }

    Redactor redactor() {
        return redactor;
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /** Problems from now on are shown in this way, too. */
    void annotate(Optional<GitHubAnnotations> inThisWay) {
        this.annotations = inThisWay;
    }

    void result(String text) {
        out.print(redactor.redact(text));
        out.flush();
    }

    /** Bytes exactly as they are. */
    void raw(byte[] bytes) {
        out.writeBytes(bytes);
        out.flush();
    }

    /** Text for machines, in which what is secret has been masked already. */
    void document(String text) {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void progress(String line) {
        err.println(redactor.redact(line));
    }

    /** Masked already: the words of the command itself must stay. */
    private synchronized void annotation(String line) {
        err.println(line);
    }

    void problems(List<Problem> problems) {
        ProblemTexts.of(problems, redactor).forEach(this::progress);
        annotations.ifPresent(all -> problems.forEach(problem -> annotation(all.of(problem))));
    }

    int usage(ParameterException problem) {
        progress("jrelease: " + problem.getMessage());
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            progress("  hint: did you mean " + unmatched.getSuggestions().getFirst() + "?");
        }
        progress("try: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.code();
    }

    /** The one place that turns a failure into words and an exit code. */
    int failure(Throwable problem) {
        return switch (problem) {
            case InvalidConfigurationException invalid -> {
                problems(invalid.problems());
                progress("jrelease: " + invalid.getMessage());
                others(invalid);
                yield ExitCode.CONFIGURATION.code();
            }
            case ReleaseException failed -> {
                tell(failed);
                others(failed);
                yield ExitCode.of(failed.kind()).code();
            }
            case InterruptedException interrupted -> {
                progress("jrelease: interrupted");
                yield ExitCode.INTERRUPTED.code();
            }
            default -> bug(problem).code();
        };
    }

    private void tell(ReleaseException failed) {
        String where = failed.location().map(location -> location + ": ").orElse("");
        progress("jrelease: " + where + failed.getMessage());
        failed.hint().ifPresent(hint -> progress("  hint: " + hint));
        annotations.ifPresent(all -> failed.location()
                .ifPresent(place -> annotation(all.error(place, String.valueOf(failed.getMessage()), failed.hint()))));
    }

    /** Further obstacles that were met at the same time. */
    private void others(ReleaseException failed) {
        for (Throwable other : failed.getSuppressed()) {
            if (other instanceof ReleaseException release) {
                tell(release);
            }
        }
    }

    /** The only stack trace a user ever sees: nobody but us can act on it. */
    private ExitCode bug(Throwable problem) {
        progress("jrelease: this is a bug in jrelease; please report it with what follows");
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().limit(MOST_LINES_OF_TRACE).forEach(this::progress);
        return ExitCode.BUG;
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
