package dev.jrelease.failure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An error or a warning about a configuration, with its location.
 *
 * @param hint what to do about it, if the message does not say it
 * @param causes errors that this one may be a consequence of; it is not listed if one of them is
 * @param line the whole line of the location, where the text is known; it does not count for equality
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

    /** A problem whose line of text is not known. */
    public Problem(Severity severity, Location location, String message, Optional<String> hint) {
        this(severity, location, message, hint, Optional.empty());
    }

    public static Problem error(Location location, String message, String hint) {
        return new Problem(Severity.ERROR, location, message, Optional.of(hint));
    }

    public static Problem warning(Location location, String message, String hint) {
        return new Problem(Severity.WARNING, location, message, Optional.of(hint));
    }

    /** The same problem as a possible consequence of other errors. */
    Problem following(List<Cause> others) {
        return new Problem(severity, location, message, hint, line, others);
    }

    /** The same problem with more at the end of its message. */
    Problem withMore(String words) {
        return new Problem(severity, location, message + words, hint, line, causes);
    }

    /** The same problem with the line of text of its location. */
    Problem in(String text) {
        return new Problem(severity, location, message, hint, Optional.of(text), causes);
    }

    /** Whether a problem stops a release. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** The same problem with another hint. */
    public Problem withHint(String other) {
        return new Problem(severity, location, message, Optional.of(other), Optional.empty(), causes);
    }

    /** The same problem as a warning. */
    public Problem asWarning() {
        return new Problem(Severity.WARNING, location, message, hint, line, causes);
    }

    /** Ignores the line of text, which follows from the location. */
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

    /** {@code file:line:column: message (hint)}, with {@code warning:} before the message of a warning. */
    @Override
    public String toString() {
        String kind = severity == Severity.WARNING ? "warning: " : "";
        return location + ": " + kind + message
                + hint.map(text -> " (" + text + ")").orElse("");
    }
}
