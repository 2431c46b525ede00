package dev.jrelease.cli;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.VisibleText;

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
    private ProblemText() {}

    /** Several lines, secrets masked, without a line break at the end. The source line is shown if it is known. */
    public static String of(Problem problem, Redactor redactor) {
        Location place = problem.location();
        String kind = problem.severity() == Severity.WARNING ? "warning: " : "";
        StringBuilder out = new StringBuilder(visible(place + ": " + kind + problem.message()));
        problem.line().ifPresent(line -> out.append(SourceLine.excerpt(place, line, redactor::redact)));
        problem.hint().ifPresent(hint -> out.append("\n  hint: ").append(visible(hint)));
        return redactor.redact(out.toString());
    }

    /**
     * What a terminal would act upon, or write from right to left, is shown as a mark: the text comes from whoever
     * wrote the file.
     */
    static String visible(String text) {
        return VisibleText.marked(text);
    }
}
