package dev.jrelease.failure;

import dev.jrelease.failure.Problem.Severity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects all problems of a configuration, so that they can be reported together. Equal problems count once. */
public final class Problems {
    static final String UNKNOWN_KEY = "unknown key '";
    private static final List<String> VARIABLES = List.of("the environment variable ", "the variable ");

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Map<String, Set<Location>> kinds = new HashMap<>();
    private final Map<String, List<String>> texts = new HashMap<>();
    private boolean hasErrors;

    /** Adds the text of a file. Problems in that file are then listed with their line of text. */
    public void learn(String file, String text) {
        texts.put(file, text.lines().toList());
    }

    public void error(Location location, String message) {
        error(location, message, Optional.empty());
    }

    public void error(Location location, String message, String hint) {
        error(location, message, Optional.of(hint));
    }

    public void error(Location location, String message, Optional<String> hint) {
        add(new Problem(Severity.ERROR, location, message, hint));
    }

    /** Reports a key that is not known at this place. */
    public void unknownKey(Location location, String key, String hint) {
        error(location, UNKNOWN_KEY + key + "'", hint);
    }

    /**
     * Adds a problem that is left out of the list if one of its possible causes is in it: one mistake gives one error.
     */
    public void addConsequence(Problem problem, Cause... causes) {
        add(problem.following(List.of(causes)));
    }

    /**
     * Adds a problem unless one of this kind is at its location: the combinations of a matrix, and platforms, repeat a
     * mistake with other names.
     */
    public void addOnce(String kind, Problem problem, Cause... causes) {
        if (kinds.computeIfAbsent(kind, _ -> new HashSet<>()).add(problem.location())) {
            addConsequence(problem, causes);
        }
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

    /** Adds all problems of another collection. */
    public void addAll(Problems others) {
        others.found.forEach(this::add);
        texts.putAll(others.texts);
    }

    /** Adds problems that were listed before. */
    public void addAll(List<Problem> others) {
        others.forEach(this::add);
    }

    public boolean hasErrors() {
        return hasErrors;
    }

    /** All problems so far without consequences of others, sorted by file and line. */
    public List<Problem> list() {
        RootErrors first = RootErrors.of(found);
        Collection<List<Problem>> mistakes = found.stream()
                .filter(problem -> problem.causes().stream().noneMatch(cause -> cause.isAmong(first)))
                .sorted((one, other) -> one.location().compareTo(other.location()))
                .collect(Collectors.groupingBy(Problems::mistake, LinkedHashMap::new, Collectors.toList()))
                .values();
        return mistakes.stream().map(Problems::first).map(this::withLine).toList();
    }

    /** All uses of a variable without a value are one mistake, each other problem is one of its own. */
    private static Object mistake(Problem problem) {
        boolean isError = problem.severity() == Severity.ERROR;
        return isError && VARIABLES.stream().anyMatch(problem.message()::startsWith) ? problem.message() : problem;
    }

    private static Problem first(List<Problem> uses) {
        int more = uses.size() - 1;
        return switch (more) {
            case 0 -> uses.getFirst();
            case 1 -> uses.getFirst().withMore("; another place uses it");
            default -> uses.getFirst().withMore("; " + more + " more places use it");
        };
    }

    /** The same failure with the lines of text that are known here; a failure of another type is returned unchanged. */
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

    /** Throws {@link InvalidConfigurationException} with all problems if at least one is an error. */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new InvalidConfigurationException(list());
        }
    }
}
