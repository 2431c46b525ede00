package dev.jrelease.cli;

import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.CheckReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of {@code check} for one file.
 *
 * @param name the file as the user named it
 * @param problems in the order of the lines
 * @param environment names of the variables that it requires
 */
record CheckedFile(String name, List<Problem> problems, List<String> environment) {
    CheckedFile {
        problems = List.copyOf(problems);
        environment = List.copyOf(environment);
    }

    static CheckedFile of(String name, CheckReport report) {
        return new CheckedFile(name, report.problems().list(), report.environment());
    }

    static CheckedFile unreadable(String name, ReleaseException failure) {
        List<Problem> problems = switch (failure) {
            case InvalidConfigurationException invalid -> invalid.problems();
            default -> List.of(problem(name, failure));
        };
        return new CheckedFile(name, problems, List.of());
    }

    private static Problem problem(String name, ReleaseException failure) {
        Location place = failure.location().orElse(Location.ofFile(name));
        return new Problem(Severity.ERROR, place, String.valueOf(failure.getMessage()), failure.hint());
    }

    long errors() {
        return count(Severity.ERROR);
    }

    long warnings() {
        return count(Severity.WARNING);
    }

    private long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /**
     *
     * @param strict whether a warning counts as an error
     */
    boolean isOk(boolean strict) {
        return errors() == 0 && !(strict && warnings() > 0);
    }

    /** {@code a.yaml: ok}, or the number of errors and warnings. */
    String summary(boolean strict) {
        String ok = isOk(strict) ? "ok" : "";
        return Stream.of(ok, counted(errors(), "error"), counted(warnings(), "warning"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ", name + ": ", ""));
    }

    private static String counted(long count, String what) {
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }
}
