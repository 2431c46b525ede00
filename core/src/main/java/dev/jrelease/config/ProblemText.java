package dev.jrelease.config;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;

/**
 * A problem for people: what it is, the line it is in, and a caret under the place.
 *
 * <pre>
 * .release.yaml:12:13: unknown architecture 'amd46'
 *   12 |     goarch: amd46
 *      |             ^
 *   hint: did you mean amd64?
 * </pre>
 */
public final class ProblemText {
    private static final int WIDEST = 120;

    private ProblemText() {}

    /** Several lines, without a line break at the end. The source line is shown if it is known. */
    public static String of(Problem problem) {
        Location place = problem.location();
        String kind = problem.severity() == Severity.WARNING ? "warning: " : "";
        StringBuilder out = new StringBuilder(place + ": " + kind + visible(problem.message()));
        problem.line().ifPresent(line -> out.append(excerpt(place, line)));
        problem.hint().ifPresent(hint -> out.append("\n  hint: ").append(visible(hint)));
        return out.toString();
    }

    private static String excerpt(Location place, String line) {
        int length = line.codePointCount(0, line.length());
        int column = Math.clamp(place.column() - 1L, 0, length);
        int from = length <= WIDEST ? 0 : Math.max(0, column - WIDEST / 2);
        int to = Math.min(length, from + WIDEST);
        String shown = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
        String before = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, column));
        String number = String.valueOf(place.line());
        return "\n  " + number + " | " + visible(shown) + "\n  " + " ".repeat(number.length()) + " | "
                + before.replaceAll("[^\\t]", " ") + "^";
    }

    /** What a terminal would act upon is shown as a mark: the text comes from whoever wrote the file. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t]]", "\uFFFD");
    }
}
