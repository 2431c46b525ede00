package dev.jrelease.failure;

import dev.jrelease.failure.Problem.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects every problem with its position before anyone is told about the first. The same problem counts once. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    public void error(Location location, String message) {
        found.add(new Problem(Severity.ERROR, location, message, Optional.empty()));
    }

    public void error(Location location, String message, String hint) {
        found.add(new Problem(Severity.ERROR, location, message, Optional.of(hint)));
    }

    public void warning(Location location, String message) {
        found.add(new Problem(Severity.WARNING, location, message, Optional.empty()));
    }

    public void warning(Location location, String message, String hint) {
        found.add(new Problem(Severity.WARNING, location, message, Optional.of(hint)));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    /** Takes over everything that others found. */
    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** Everything found so far, in the order of the files' lines. */
    public List<Problem> list() {
        return found.stream().sorted(Comparator.comparing(Problem::location)).toList();
    }

    /** Fails with everything found, if an error is among it. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidConfigurationException(list());
        }
    }
}
