package dev.jrelease.verify;

import dev.jrelease.verify.Finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** What was found about one image, errors first. */
public record Verdict(List<Finding> findings) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether the image is what it says; there may still be warnings. */
    public boolean passes() {
        return errors().isEmpty();
    }

    public List<Finding> errors() {
        return with(Severity.ERROR);
    }

    /** All errors in one line. */
    public String objections() {
        return errors().stream().map(Finding::message).collect(Collectors.joining("; "));
    }

    public List<Finding> warnings() {
        return with(Severity.WARNING);
    }

    private List<Finding> with(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
