package dev.jrelease.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * Problems and failures as events of a log. Future versions only add keys.
 *
 * <pre>{@code
 * {"event":"error","file":".release.yaml","line":3,"column":5,"message":"…","hint":"…"}
 * }</pre>
 * What is about a whole file has no line and column; what is about no file has no {@code file}.
 */
final class ProblemJson {
    private ProblemJson() {}

    static ObjectNode event(Problem problem) {
        ObjectNode node = Json.object().put("event", word(problem.severity()));
        add(problem, node);
        return node;
    }

    static ObjectNode event(ReleaseException failure) {
        ObjectNode node = Json.object().put("event", word(Severity.ERROR));
        failure.location().ifPresent(place -> add(place, node));
        node.put("message", String.valueOf(failure.getMessage()));
        failure.hint().ifPresent(hint -> node.put("hint", hint));
        return node;
    }

    static ObjectNode event(String failure) {
        return event(failure, Optional.empty());
    }

    static ObjectNode event(String failure, Optional<String> hint) {
        ObjectNode node = Json.object().put("event", word(Severity.ERROR)).put("message", failure);
        hint.ifPresent(text -> node.put("hint", text));
        return node;
    }

    /** {@code error} or {@code warning}. */
    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static void add(Problem problem, ObjectNode node) {
        add(problem.location(), node);
        node.put("message", problem.message());
        problem.hint().ifPresent(hint -> node.put("hint", hint));
    }

    private static void add(Location place, ObjectNode node) {
        node.put("file", place.file());
        if (!place.isWholeFile()) {
            node.put("line", place.line()).put("column", place.column());
        }
    }
}
