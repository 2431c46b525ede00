package dev.jrelease.cli;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.VisibleText;
import java.util.function.UnaryOperator;

/**
 * Formats a problem for the terminal: the message, the line of the file, and a caret under the location.
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

    /** Several lines, with secrets masked, without a line break at the end. The source line is shown if it is known. */
    public static String of(Problem problem, Redactor redactor) {
        return of(problem, redactor, hint -> shown(hint, redactor));
    }

    /**
     *
     * @param hints masks hints; thousands of problems may have the same
     */
    static String of(Problem problem, Redactor redactor, UnaryOperator<String> hints) {
        Location place = problem.location();
        String kind = problem.severity() == Severity.WARNING ? "warning: " : "";
        StringBuilder out = new StringBuilder(shown(place + ": " + kind + problem.message(), redactor));
        problem.line().ifPresent(line -> out.append(SourceLine.excerpt(place, line, redactor::redact)));
        problem.hint().ifPresent(hint -> out.append("\n  hint: ").append(hints.apply(hint)));
        return out.toString();
    }

    static String shown(String text, Redactor redactor) {
        return redactor.redact(visible(text));
    }

    /** Replaces control and direction characters by a mark: the text comes from a file. */
    static String visible(String text) {
        return VisibleText.marked(text);
    }
}
