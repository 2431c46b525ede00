package dev.jrelease.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.Problem;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.MaskedJson;
import dev.jrelease.secret.Redactor;
import java.util.List;

/**
 * The result of {@code check} as JSON. Future versions only add keys.
 *
 * <pre>{@code
 * {"files": [{"file": "a.yaml", "ok": false, "errors": 1, "warnings": 0, "environment": ["REGISTRY"], "problems": [
 *   {"severity": "error", "file": "a.yaml", "line": 3, "column": 1, "message": "…", "hint": "…"}]}]}
 * }</pre>
 * A problem of a whole file has no line and column, and not every problem has a hint.
 */
final class CheckJson {
    private final Redactor redactor;

    private CheckJson(Redactor redactor) {
        this.redactor = redactor;
    }

    static String of(List<CheckedFile> files, boolean strict, Redactor redactor) {
        CheckJson json = new CheckJson(redactor);
        ObjectNode root = Json.object();
        ArrayNode array = root.putArray("files");
        files.forEach(file -> array.add(json.of(file, strict)));
        return Json.pretty(root) + "\n";
    }

    private ObjectNode of(CheckedFile file, boolean strict) {
        ObjectNode node = Json.object();
        node.put("file", redactor.redact(file.name()));
        node.put("ok", file.isOk(strict));
        node.put("errors", file.errors());
        node.put("warnings", file.warnings());
        ArrayNode environment = node.putArray("environment");
        file.environment().forEach(environment::add);
        ArrayNode problems = node.putArray("problems");
        file.problems().forEach(problem -> problems.add(of(problem)));
        return node;
    }

    private ObjectNode of(Problem problem) {
        ObjectNode node = Json.object().put("severity", ProblemJson.word(problem.severity()));
        ProblemJson.add(problem, node);
        MaskedJson.maskKnown(node, redactor);
        return node;
    }
}
