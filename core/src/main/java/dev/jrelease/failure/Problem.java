package dev.jrelease.failure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something wrong in a configuration, and where.
 *
 * @param hint what to try, if there is something better to say than the message
 * @param causes errors that this one may be a consequence of; it is not listed beside one of them
 * @param line the whole line of text that the location is in, where the text is known; problems are equal without it
 */
public record Problem(
        Severity severity,
        Location location,
        String message,
        Optional<String> hint,
        Optional<String> line,
        List<Cause> causes) {

    public Problem {
        causes = List.copyOf(causes);
    }

    public Problem(Severity severity, Location location, String message, Optional<String> hint, Optional<String> line) {
        this(severity, location, message, hint, line, List.of());
    }

    /** A problem in a text that is not at hand. */
    public Problem(Severity severity, Location location, String message, Optional<String> hint) {
        this(severity, location, message, hint, Optional.empty());
    }

    public static Problem error(Location location, String message, String hint) {
        return new Problem(Severity.ERROR, location, message, Optional.of(hint));
    }

    public static Problem warning(Location location, String message, String hint) {
        return new Problem(Severity.WARNING, location, message, Optional.of(hint));
    }

    /** The same problem as a consequence of others. */
    Problem following(List<Cause> others) {
        return new Problem(severity, location, message, hint, line, others);
    }

    /** The same problem, with the line that it is in. */
    Problem in(String text) {
        return new Problem(severity, location, message, hint, Optional.of(text), causes);
    }

    /** Whether a problem stops a release. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** The same, with something else to try. */
    public Problem withHint(String other) {
        return new Problem(severity, location, message, Optional.of(other), Optional.empty(), causes);
    }

    /** The same as something that stops nothing. */
    public Problem asWarning() {
        return new Problem(Severity.WARNING, location, message, hint, line, causes);
    }

    /** The line adds nothing to what is wrong. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Problem problem
                && severity == problem.severity
                && location.equals(problem.location)
                && message.equals(problem.message)
                && hint.equals(problem.hint);
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, location, message, hint);
    }

    /** {@code file:line:column: message (hint)}, with {@code warning:} in front of what stops nothing. */
    @Override
    public String toString() {
        String kind = severity == Severity.WARNING ? "warning: " : "";
        return location + ": " + kind + message
                + hint.map(text -> " (" + text + ")").orElse("");
    }
}
