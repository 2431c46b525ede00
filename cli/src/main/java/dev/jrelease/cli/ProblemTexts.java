package dev.jrelease.cli;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Formats the problems of a configuration. Equal warnings are shown once with all their lines; a source line that adds
 * nothing to the message is left out; a very long line is shown once.
 */
public final class ProblemTexts {
    private static final int MOST_LINES = 20;
    private static final int LONG_HINT = 120;
    private static final int LONG_LINE = 10_000;

    private ProblemTexts() {}

    /** Warnings with equal fields are shown once. */
    private record Gist(String file, String message, Optional<String> hint) {}

    /**
     * A problem or a group of equal warnings as it is shown.
     *
     * @param text with secrets masked; the first line has the place and the message
     */
    public record Shown(Severity severity, String text) {}

    /** One text for each problem or group of equal warnings, in the given order. */
    public static List<Shown> of(List<Problem> problems, Redactor redactor) {
        Map<Object, List<Problem>> groups = new LinkedHashMap<>();
        for (Problem problem : withLongLinesOnce(problems)) {
            groups.computeIfAbsent(key(problem), key -> new ArrayList<>()).add(problem);
        }
        Map<String, Hint> hints = new HashMap<>();
        Function<Problem, String> text = problem -> ProblemText.of(
                problem,
                redactor,
                hint -> hints.computeIfAbsent(
                                hint, once -> new Hint(ProblemText.shown(once, redactor), problem.location()))
                        .at(problem.location()));
        return groups.values().stream()
                .map(group -> new Shown(group.getFirst().severity(), text(group, text)))
                .toList();
    }

    /** A hint as it is shown, and the first problem that has it. */
    private record Hint(String text, Location first) {
        /** A long one is said once. */
        String at(Location place) {
            boolean again = text.length() > LONG_HINT && !place.equals(first);
            return again ? "as for " + (place.file().equals(first.file()) ? "line " + first.line() : first) : text;
        }
    }

    /** Shows a long line with the first of its problems only: the output would be quadratic otherwise. */
    private static List<Problem> withLongLinesOnce(List<Problem> problems) {
        Set<String> shown = new HashSet<>();
        return problems.stream()
                .map(problem -> {
                    boolean isLong = problem.line()
                            .filter(line -> line.length() > LONG_LINE)
                            .isPresent();
                    Location place = problem.location();
                    return isLong && !shown.add(place.file() + ":" + place.line()) ? withoutLine(problem) : problem;
                })
                .toList();
    }

    private static Problem withoutLine(Problem problem) {
        return new Problem(problem.severity(), problem.location(), problem.message(), problem.hint());
    }

    private static Object key(Problem problem) {
        return problem.severity() == Severity.WARNING
                ? new Gist(problem.location().file(), problem.message(), problem.hint())
                : problem;
    }

    private static String text(List<Problem> same, Function<Problem, String> text) {
        String first = text.apply(concise(same.getFirst()));
        List<String> lines = same.stream()
                .map(problem -> String.valueOf(problem.location().line()))
                .distinct()
                .skip(1)
                .toList();
        return lines.isEmpty() ? first : first + "\n  and so in " + listed(lines);
    }

    private static String listed(List<String> lines) {
        String some = String.join(", ", lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        int more = lines.size() - MOST_LINES;
        return (lines.size() == 1 ? "line " : "lines ") + some + (more > 0 ? ", and " + more + " more" : "");
    }

    /** Removes the source line if the message begins with its key, as {@code release:}. */
    private static Problem concise(Problem problem) {
        boolean saysNothing = problem.severity() == Severity.WARNING
                && problem.line()
                        .filter(line -> line.strip().endsWith(":"))
                        .filter(line -> problem.message()
                                .startsWith("'"
                                        + line.strip().substring(0, line.strip().length() - 1) + "'"))
                        .isPresent();
        return saysNothing ? withoutLine(problem) : problem;
    }
}
