package dev.jrelease.verify;

import dev.jrelease.verify.ImageProblem.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** The problems of an image, errors first. */
public record VerificationResult(List<ImageProblem> problems) {

    public VerificationResult {
        problems = List.copyOf(problems);
    }

    /** Whether the image has no errors; it may have warnings. */
    public boolean passes() {
        return errors().isEmpty();
    }

    public List<ImageProblem> errors() {
        return with(Severity.ERROR);
    }

    /** All errors on one line. */
    public String objections() {
        return errors().stream().map(ImageProblem::message).collect(Collectors.joining("; "));
    }

    public List<ImageProblem> warnings() {
        return with(Severity.WARNING);
    }

    private List<ImageProblem> with(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }
}
