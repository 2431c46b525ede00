package dev.jrelease.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Hands the results of a release to later steps of a GitHub Actions job, and a table to the page of the run.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">Workflow commands</a>
 */
record GitHubResults(Environment environment, Redactor redactor) {
    private static final String OUTPUT = "GITHUB_OUTPUT";
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";
    private static final int MOST_ROWS = 500;

    /** The same, if this runs in GitHub Actions. */
    static Optional<GitHubResults> inActions(Environment environment, Redactor redactor) {
        return environment
                .variable("GITHUB_ACTIONS")
                .filter("true"::equals)
                .map(_ -> new GitHubResults(environment, redactor));
    }

    /**
     * Writes the files that the runner names. One that it does not name is not written.
     *
     * @param end the time that a release took and the command that runs its result; empty after a failure
     * @throws ReleaseException of kind ENVIRONMENT if a file cannot be written
     */
    void write(ReleasePlan plan, ReleaseReport report, String end) {
        append(OUTPUT, outputs(plan, report));
        append(SUMMARY, summary(plan, report, end));
    }

    private void append(String variable, String text) {
        Optional<String> file = environment.variable(variable).filter(name -> !name.isBlank());
        if (file.isPresent()) {
            Path path = environment.resolve(file.get());
            try {
                Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException problem) {
                throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write the file that " + variable + " names")
                        .because(problem)
                        .build();
            }
        }
    }

    /** One line for each: a JSON document has no line breaks. */
    private String outputs(ReleasePlan plan, ReleaseReport report) {
        ArrayNode tags = Json.array();
        ObjectNode digests = Json.object();
        for (ArtifactRow row : report.rows()) {
            tags.add(row.name());
            digests.put(row.name(), row.digest().toString());
        }
        ArrayNode artifacts = Json.array();
        report.artifacts().forEach(artifact -> artifacts.add(artifact.json()));
        return "version=" + line(plan.version()) + "\n"
                + "tags=" + document(tags) + "\n"
                + "digests=" + document(digests) + "\n"
                + "artifacts=" + document(artifacts) + "\n"
                + "metadata=" + document(metadata(plan)) + "\n";
    }

    private static ObjectNode metadata(ReleasePlan plan) {
        return Json.object()
                .put("project_name", plan.projectName())
                .put("version", plan.version())
                .put("tag", plan.facts().tag())
                .put("commit", plan.facts().commit())
                .put("date", plan.facts().sourceDate().toString());
    }

    private String summary(ReleasePlan plan, ReleaseReport report, String end) {
        StringBuilder text = new StringBuilder("### ")
                .append(cell(plan.projectName() + " " + plan.version()))
                .append(report.succeeded() ? "" : ": failed")
                .append(plan.options().snapshot() ? " (snapshot)" : "")
                .append("\n\n");
        List<ArtifactRow> rows = report.rows();
        if (!rows.isEmpty()) {
            text.append("| tag | platforms | size | digest | |\n| --- | --- | --- | --- | --- |\n");
            rows.stream().limit(MOST_ROWS).forEach(row -> text.append(row(row)));
            if (rows.size() > MOST_ROWS) {
                text.append("\nand ").append(rows.size() - MOST_ROWS).append(" more\n");
            }
        }
        text.append(end.isEmpty() ? "" : "\n" + block(end));
        report.failure().ifPresent(failure -> text.append("\n").append(block(String.valueOf(failure.getMessage()))));
        return text.append('\n').toString();
    }

    private String row(ArtifactRow row) {
        String how =
                row.how() + row.before().map(digest -> ", before " + digest).orElse("");
        return "| " + cell(row.name()) + " | " + cell(ReportTable.platforms(row)) + " | "
                + cell(ReportTable.size(row.sizes())) + " | `" + row.digest() + "` | " + cell(how) + " |\n";
    }

    /** Text that Markdown does not interpret. */
    private String cell(String text) {
        StringBuilder escaped = new StringBuilder();
        line(text).codePoints().forEach(character -> {
            boolean plain = Character.isLetterOrDigit(character) || " ./:-@,".indexOf(character) >= 0;
            escaped.append(plain ? Character.toString(character) : "&#" + character + ";");
        });
        return escaped.toString();
    }

    /** Lines that Markdown does not interpret: each is indented. */
    private String block(String text) {
        StringBuilder block = new StringBuilder();
        VisibleText.lines(redactor.redact(text))
                .lines()
                .forEach(line -> block.append("    ").append(line).append('\n'));
        return block.toString();
    }

    private String line(String text) {
        return VisibleText.inLine(redactor.redact(text));
    }

    private String document(JsonNode node) {
        return VisibleText.json(redactor.redact(Json.text(node)));
    }
}
