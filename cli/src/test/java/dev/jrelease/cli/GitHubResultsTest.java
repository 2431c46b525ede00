package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.json.Json;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What later steps of a job in GitHub Actions read, and what the page of the run shows. */
@SuppressWarnings("NullAway.Init")
class GitHubResultsTest {
    private Path folder;
    private Path output;
    private Path summary;

    @BeforeEach
    void makeFiles(@TempDir Path temporary) {
        folder = temporary.resolve("work");
        output = temporary.resolve("output");
        summary = temporary.resolve("summary");
    }

    @Test
    void areTheTagsAndDigestsOfARelease() throws Exception {
        FakeRegistry registry = FakeRegistry.start();
        try (Bench bench = Bench.hello(folder, registry)) {
            Outcome outcome = release(bench, "release");

            assertThat(outcome.code()).as(outcome.err()).isZero();
            Map<String, String> outputs = outputs();
            assertThat(outputs).containsOnlyKeys("version", "tags", "digests", "artifacts", "metadata");
            assertThat(outputs).containsEntry("version", "1.2.3");
            JsonNode digests = json(outputs, "digests");
            String index = registry.address() + "/acme/hello:1.2.3";
            assertThat(json(outputs, "tags").valueStream().map(JsonNode::asText))
                    .contains(index);
            assertThat(digests.path(index).asText()).startsWith("sha256:");
            assertThat(json(outputs, "artifacts")
                            .valueStream()
                            .map(node -> node.path("type").asText()))
                    .contains("tag");
            assertThat(json(outputs, "metadata").path("tag").asText()).isEqualTo("v1.2.3");
            assertThat(summary)
                    .content()
                    .startsWith("### hello 1.2.3\n\n| tag | platforms | size | digest | |\n")
                    .containsPattern("\\| \\Q" + index + "\\E \\| 2 platforms \\| \\d+ K?B[^|]* \\| `"
                            + digests.path(index).asText() + "` \\| pushed \\|\n")
                    .contains("\n\n    hello 1.2.3 is released, in ", "\n      docker run --rm " + index + "\n");
        }
    }

    @Test
    void foldTheOutputOfEachStage() throws Exception {
        try (Bench bench = Bench.hello(folder, FakeRegistry.start())) {
            Outcome outcome = release(bench, "release", "--snapshot");

            assertThat(outcome.err().lines().filter(line -> line.startsWith("::")))
                    .startsWith("::group::docker images", "::endgroup::", "::group::verify images", "::endgroup::");
        }
    }

    @Test
    void foldNothingWhereNothingIsSaid() throws Exception {
        try (Bench bench = Bench.hello(folder, FakeRegistry.start())) {
            Outcome outcome = release(bench, "release", "--snapshot", "--quiet");

            assertThat(outcome.code()).isZero();
            assertThat(outcome.err()).doesNotContain("group::");
        }
    }

    /** A password of several lines is masked line by line; the runner reads its percent sign as an escape. */
    @Test
    void haveTheRunnerMaskSecrets() throws Exception {
        try (Bench bench = Bench.hello(folder, FakeRegistry.start())) {
            Jrelease jrelease = bench.jrelease()
                    .with("DEPLOY_TOKEN", "t0k3n-of-100%-length")
                    .with("SIGNING_PASSWORD", "first-l1ne-of-it\nsecond-l1ne-of-it")
                    .with("LOG_AUTH_METHOD", "basic");

            Outcome inActions = jrelease.with("GITHUB_ACTIONS", "true").run("release", "--snapshot");
            Outcome elsewhere = jrelease.run("release", "--snapshot", "--clean");

            assertThat(inActions.err().lines().filter(line -> line.startsWith("::add-mask::")))
                    .containsExactlyInAnyOrder(
                            "::add-mask::t0k3n-of-100%25-length",
                            "::add-mask::first-l1ne-of-it", "::add-mask::second-l1ne-of-it");
            assertThat(elsewhere.err()).doesNotContain("add-mask").doesNotContain("t0k3n");
        }
    }

    @Test
    void areNotWrittenOutsideOfActions() throws Exception {
        try (Bench bench = Bench.hello(folder, FakeRegistry.start())) {
            bench.jrelease()
                    .with("GITHUB_OUTPUT", output.toString())
                    .with("GITHUB_STEP_SUMMARY", summary.toString())
                    .run("release", "--snapshot");

            assertThat(output).doesNotExist();
            assertThat(summary).doesNotExist();
        }
    }

    @Test
    void sayWhyAReleaseFailedAndCarryOutNothing() throws Exception {
        FakeRegistry registry = FakeRegistry.start();
        try (Bench bench = Bench.hello(folder, registry)) {
            bench.workspace().write("Dockerfile", """
                    FROM scratch
                    RUN exit 3 # `::set-output name=version::9` | <b>
                    """).commit("Break it").tag("v1.2.4");

            Outcome outcome = release(bench, "release");

            assertThat(outcome.code()).isNotZero();
            assertThat(outputs()).containsEntry("version", "1.2.4").containsEntry("tags", "[]");
            assertThat(summary).content().startsWith("### hello 1.2.4: failed\n");
            assertThat(Files.readAllLines(summary).stream().filter(line -> line.contains("exit 3")))
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("    "));
        }
    }

    private Outcome release(Bench bench, String... arguments) throws IOException {
        Files.writeString(output, "before=1\n");
        return bench.jrelease()
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_OUTPUT", output.toString())
                .with("GITHUB_STEP_SUMMARY", summary.toString())
                .run(arguments);
    }

    /** As the runner reads them; what was there before stays. */
    private Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(output)) {
            String[] pair = line.split("=", 2);
            outputs.put(pair[0], pair[1]);
        }
        assertThat(outputs.remove("before")).isEqualTo("1");
        return outputs;
    }

    private static JsonNode json(Map<String, String> outputs, String name) throws IOException {
        return Json.parse(String.valueOf(outputs.get(name)).getBytes(StandardCharsets.UTF_8));
    }
}
