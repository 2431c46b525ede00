package dev.jrelease.failure;

import java.util.List;

/** The configuration has errors. The exception carries all of them, and the warnings. */
public final class InvalidConfigurationException extends ReleaseException {
    private final transient List<Problem> problems;

    public InvalidConfigurationException(List<Problem> problems) {
        super(ReleaseException.couldNot(FailureKind.CONFIGURATION, "follow the configuration")
                .because(summary(problems)));
        this.problems = List.copyOf(problems);
    }

    /** Errors and warnings, sorted by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    private static String summary(List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        return errors == 1 ? "it has an error" : "it has " + errors + " errors";
    }
}
