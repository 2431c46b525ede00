package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
    private final GitWorkspace workspace;

    SchemaCommandTest(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"));
    }

    @Test
    void printsTheSchemaAndNothingElse() throws Exception {
        JsonNode schema = run("schema");

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.at("/properties/dockers/description").asText()).isNotEmpty();
        assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void letsMorePassForGoReleasersFiles() throws Exception {
        assertThat(run("schema", "--goreleaser").path("additionalProperties").asBoolean())
                .isTrue();
    }

    private JsonNode run(String... arguments) throws Exception {
        Outcome outcome = Jrelease.in(workspace).run(arguments);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).isEmpty();
        return Json.parse(outcome.out().getBytes(StandardCharsets.UTF_8));
    }
}
