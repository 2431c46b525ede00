package dev.jrelease.failure;

import dev.jrelease.failure.Problem.Severity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects every problem with its position before anyone is told about the first. The same problem counts once. */
public final class Problems {
    static final String UNKNOWN_KEY = "unknown key '";

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Map<String, List<String>> texts = new HashMap<>();
    private boolean hasErrors;

    /** Learns what a file says: problems that are in it are listed with their lines. */
    public void learn(String file, String text) {
        texts.put(file, text.lines().toList());
    }

    public void error(Location location, String message) {
        add(new Problem(Severity.ERROR, location, message, Optional.empty()));
    }

    public void error(Location location, String message, String hint) {
        add(new Problem(Severity.ERROR, location, message, Optional.of(hint)));
    }

    /** A key that nothing knows. */
    public void unknownKey(Location location, String key, String hint) {
        error(location, UNKNOWN_KEY + key + "'", hint);
    }

    /** A problem that is not listed where an error that may be its cause is: one mistake is one error. */
    public void addConsequence(Problem problem, Cause... causes) {
        add(problem.following(List.of(causes)));
    }

    public void warning(Location location, String message) {
        add(new Problem(Severity.WARNING, location, message, Optional.empty()));
    }

    public void warning(Location location, String message, String hint) {
        add(new Problem(Severity.WARNING, location, message, Optional.of(hint)));
    }

    public void add(Problem problem) {
        found.add(problem);
        hasErrors |= problem.severity() == Severity.ERROR;
    }

    /** Takes over everything that others found. */
    public void addAll(Problems others) {
        others.found.forEach(this::add);
        texts.putAll(others.texts);
    }

    /** Takes over problems that were listed elsewhere. */
    public void addAll(List<Problem> others) {
        others.forEach(this::add);
    }

    public boolean hasErrors() {
        return hasErrors;
    }

    /** Everything found so far, in the order of the files' lines. */
    public List<Problem> list() {
        RootErrors first = RootErrors.of(found);
        return found.stream()
                .filter(problem -> problem.causes().stream().noneMatch(cause -> cause.isAmong(first)))
                .sorted((one, other) -> one.location().compareTo(other.location()))
                .map(this::withLine)
                .toList();
    }

    /** The same failure, whose problems are shown with the lines that are known here, if it has any. */
    public Throwable withLines(Throwable failure) {
        if (!(failure instanceof InvalidConfigurationException invalid)) {
            return failure;
        }
        Throwable shown = new InvalidConfigurationException(
                invalid.problems().stream().map(this::withLine).toList());
        for (Throwable other : invalid.getSuppressed()) {
            shown.addSuppressed(other);
        }
        return shown;
    }

    private Problem withLine(Problem problem) {
        List<String> lines = texts.getOrDefault(problem.location().file(), List.of());
        int line = problem.location().line();
        return line < 1 || line > lines.size() ? problem : problem.in(lines.get(line - 1));
    }

    /** Fails with everything found, if an error is among it. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidConfigurationException(list());
        }
    }
}
