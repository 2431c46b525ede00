package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Transfer;
import dev.jrelease.image.Transfer.State;
import dev.jrelease.json.Json;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.TaskId;
import dev.jrelease.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same release as a program, and as GitHub Actions, gets it. */
@SuppressWarnings("NullAway.Init")
class LogFormatTest {
    private Bench bench;

    @BeforeEach
    void start(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static List<JsonNode> log(Outcome outcome) {
        return log(outcome.err());
    }

    private static List<JsonNode> log(String text) {
        return text.lines().map(LogFormatTest::parsed).toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return Json.parse(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException noJson) {
            throw new UncheckedIOException(line, noJson);
        }
    }

    private static List<String> values(List<JsonNode> log, String key) {
        return log.stream().map(event -> event.path(key).asText()).toList();
    }

    @Test
    void everyLineOfTheLogIsAnEvent() {
        Outcome outcome = bench.jrelease().run("release", "--log-format", "json");

        List<JsonNode> log = log(outcome);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).containsPattern("acme/hello:1.2.3 +sha256:[0-9a-f]+ +pushed");
        assertThat(values(log, "event"))
                .startsWith("checked")
                .contains("stage_started", "task_started", "step_finished", "transferred", "task_finished")
                .doesNotContain("log", "task_failed")
                .endsWith("stage_finished");
        assertThat(log)
                .filteredOn(event -> event.path("event").asText().equals("step_finished"))
                .extracting(event -> event.path("platform").asText())
                .contains("linux/amd64", "linux/arm64");
        assertThat(log)
                .filteredOn(event -> event.path("state").asText().equals("sent"))
                .isNotEmpty()
                .allMatch(event ->
                        event.path("done").asLong() == event.path("total").asLong());
        assertThat(log.stream().map(event -> event.path("elapsed_ms").asLong()).toList())
                .isSorted();
    }

    @Test
    void aFailureIsAnEventWithItsPlace() throws InterruptedException {
        bench.workspace()
                .write("Dockerfile", "FROM scratch\nRUN echo compiling; exit 3\n")
                .commit("Fail")
                .git("tag", "--force", "v1.2.3");

        Outcome outcome = bench.jrelease().run("release", "-p", "1", "--log-format", "json");

        List<JsonNode> log = log(outcome);
        assertThat(outcome.code()).isEqualTo(ExitCode.BUILD.code());
        assertThat(values(log, "event")).contains("step_failed", "task_failed", "stage_failed");
        JsonNode error = log.getLast();
        assertThat(error.path("event").asText()).isEqualTo("error");
        assertThat(error.path("message").asText()).contains("exit code: 3", "  step: ", "  | compiling");
        assertThat(error.path("file").asText()).isEqualTo("Dockerfile");
        assertThat(error.path("line").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "FROM scratch\\nCOPPY a /a\\n, 2",
        "# c\\n\\nFROM scratch\\nENTRYPONT x\\n, 4",
        "EXPOSE 80\\nFROM a\\n, 1"
    })
    void anInvalidDockerfileIsTheCauseAtItsLine(String dockerfile, int line) throws InterruptedException {
        bench.workspace()
                .write("Dockerfile", dockerfile.translateEscapes())
                .commit("Mistype")
                .git("tag", "--force", "v1.2.3");

        JsonNode error = log(bench.jrelease().run("release", "-p", "1", "--log-format", "json"))
                .getLast();

        assertThat(error.path("message").asText()).contains("unknown instruction");
        assertThat(error.path("file").asText()).isEqualTo("Dockerfile");
        assertThat(error.path("line").asInt()).isEqualTo(line);
        assertThat(bench.jrelease()
                        .with("GITHUB_ACTIONS", "true")
                        .run("release", "-p", "1")
                        .err())
                .contains("::error file=Dockerfile,line=" + line + ",col=1,title=jrelease::");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release --log-format json --snapshto",
                "release --rm-dist --log-format=json",
                "build --log-format JSON extra",
                "check --log-format json",
            })
    void anInvalidCommandLineIsAnEvent(String words) {
        Outcome outcome = bench.jrelease().run(words.split(" ", -1));

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(outcome.out()).isEmpty();
        assertThat(log(outcome)).singleElement().satisfies(error -> {
            assertThat(error.path("event").asText()).isEqualTo("error");
            assertThat(error.path("message").asText()).isNotEmpty();
        });
    }

    @Test
    void aHintAboutTheCommandLineIsPartOfTheEvent() {
        assertThat(log(bench.jrelease().run("release", "--rm-dist", "--log-format", "json"))
                        .getFirst()
                        .path("hint")
                        .asText())
                .isEqualTo("use --clean");
    }

    @Test
    void problemsOfTheFileAreInTheLog() throws InterruptedException {
        bench.configured("dockers:\n  - image_templates: [UPPER:1]\n");

        Outcome outcome = bench.jrelease().run("release", "--log-format", "json");

        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        JsonNode error = log(outcome).getFirst();
        assertThat(error.path("event").asText()).isEqualTo("error");
        assertThat(error.path("file").asText()).isEqualTo(".release.yaml");
        assertThat(error.path("line").asInt()).isEqualTo(2);
        assertThat(error.path("column").asInt()).isEqualTo(23);
        assertThat(error.path("message").asText()).contains("UPPER");
        assertThat(values(log(outcome), "event")).containsOnly("error");
    }

    @Test
    void aBlobIsLoggedOnceASecondWhileItIsSent() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        JsonListener listener =
                new JsonListener(new Console(InputStream.nullInputStream(), stream, stream, new Redactor()));
        Descriptor blob = new Descriptor("application/x-tar", Digest.of(new byte[0]), 100);

        for (int tenths = 0; tenths < 25; tenths++) {
            listener.on(sent(blob, State.SENDING, tenths), Duration.ofMillis(tenths * 100L));
        }
        listener.on(sent(blob, State.SENT, 100), Duration.ofMillis(2500));

        assertThat(values(log(err.toString(StandardCharsets.UTF_8)), "done")).containsExactly("0", "10", "20", "100");
    }

    private static ReleaseEvent sent(Descriptor blob, State state, long done) {
        return new ReleaseEvent.Transferred(
                new TaskId("push", 1, "acme/hello", Optional.empty()), new Transfer(blob, "acme/hello", state, done));
    }

    @Test
    void gitHubActionsShowsWarningsOfTheRelease() {
        bench.jrelease().run("release", "--snapshot");
        bench.workspace().write("dist/of-someone-else", "x");

        Jrelease inActions = bench.jrelease().with("GITHUB_ACTIONS", "true");

        assertThat(inActions.run("release", "--snapshot", "--clean").err().lines())
                .contains(
                        "::warning title=jrelease::dist: --clean kept files that no release left there: of-someone-else");
        assertThat(inActions
                        .run("release", "--snapshot", "--clean", "--log-format", "json")
                        .err())
                .doesNotContain("::warning");
    }
}
