package dev.jrelease.verify;

import dev.jrelease.verify.ImageProblem.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** What was found about one image, errors first. */
public record VerificationResult(List<ImageProblem> problems) {

    public VerificationResult {
        problems = List.copyOf(problems);
    }

    /** Whether the image is what it says; there may still be warnings. */
    public boolean passes() {
        return errors().isEmpty();
    }

    public List<ImageProblem> errors() {
        return with(Severity.ERROR);
    }

    /** All errors in one line. */
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
