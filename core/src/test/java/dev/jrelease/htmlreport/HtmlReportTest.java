package dev.jrelease.htmlreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about a release, from the files that it leaves. */
@SuppressWarnings("NullAway.Init")
class HtmlReportTest {
    private static final String METADATA = """
            {"project_name": "hello", "tag": "v1.2.3", "previous_tag": "v1.2.2", "version": "1.2.3", "commit": "abc",
             "date": "2026-01-03T00:00:00.649993049Z"}
            """;
    private static final String BUILT = """
            {"elapsed_ms":1000,"event":"stage_started","stage":"docker images","tasks":1}
            {"elapsed_ms":1000,"event":"task_started","stage":"docker images","task":1,"title":"hello linux/amd64"}
            {"elapsed_ms":2000,"event":"step_finished","stage":"docker images","task":1,"step":"COPY a /","cached":false,"took_ms":500}
            """;

    @TempDir
    private Path dist;

    @BeforeEach
    void writeMetadata() throws IOException {
        Files.writeString(dist.resolve("metadata.json"), METADATA);
    }

    private String page(String events) throws IOException {
        Files.writeString(dist.resolve("events.jsonl"), events);
        return HtmlReport.of(dist);
    }

    @Test
    void showsWhenEachTaskAndEachStepWorked() throws IOException {
        String page = page(BUILT + """
                {"elapsed_ms":3000,"event":"task_finished","stage":"docker images","task":1,"artifacts":[]}
                {"elapsed_ms":4000,"event":"stage_finished","stage":"docker images"}
                {"event":"release_finished"}
                """);

        assertThat(page)
                .contains("<h1>hello 1.2.3 <span class=\"state finished\">finished</span></h1>")
                .contains("<dt>previous tag</dt><dd>v1.2.2</dd>")
                .contains("<dt>date</dt><dd>2026-01-03T00:00:00Z</dd>")
                .contains(
                        "class=\"bar finished\" style=\"left:25.00%;width:50.00%\" title=\"hello linux/amd64: 2.00 s\"")
                .contains("style=\"left:25.00%;width:25.00%\" title=\"COPY a /: 0.50 s\"");
    }

    @Test
    void aKilledReleaseIsUnfinished() throws IOException {
        assertThat(page(BUILT + "{\"elapsed_ms\":30"))
                .contains("<span class=\"state unfinished\">unfinished</span></h1>")
                .contains("class=\"bar unfinished\" style=\"left:50.00%;width:50.00%\"");
    }

    @Test
    void aFailureIsShownWithItsReason() throws IOException {
        assertThat(page(BUILT + """
                {"elapsed_ms":3000,"event":"stage_failed","stage":"docker images"}
                {"event":"release_failed","message":"could not build: no space left"}
                """))
                .contains("<span class=\"state failed\">failed</span></h1>")
                .contains("<td class=\"failure\">failure</td><td></td><td>could not build: no space left</td>");
    }

    @Test
    void aTagIsShownWithWhatItHeldBefore() throws IOException {
        assertThat(page("""
                {"elapsed_ms":1,"event":"task_finished","stage":"publish","task":1,"artifacts":[
                """.strip() + """
                {"type":"tag","name":"r/a:latest","how":"moved","digest":"sha256:2","before":"sha256:1"}]}
                {"event":"release_finished"}
                """))
                .contains("<td><code>r/a:latest</code></td><td>moved</td>"
                        + "<td data-label=\"before\"><code class=\"digest\">sha256:1</code></td>"
                        + "<td data-label=\"now\"><code class=\"digest\">sha256:2</code></td>")
                .contains("<p>This run built no image.</p>");
    }

    @Test
    void textsOfTheReleaseAreTextsOfThePage() throws IOException {
        assertThat(page("""
                {"elapsed_ms":1,"event":"warning","about":"</td><script>alert(1)</script>","message":"\\" onload=\\"x"}
                {"elapsed_ms":2,"event":"stage_started","stage":"<img src=x>","tasks":1}
                {"elapsed_ms":2,"event":"task_started","stage":"<img src=x>","task":1,"title":"\\"><b>"}
                """))
                .doesNotContain("<script", "<img", "<b>", "\" onload=\"x")
                .contains("&lt;script&gt;");
    }

    @Test
    void aFolderThatNoReleaseLeftIsRefused(@TempDir Path other) {
        assertThatThrownBy(() -> HtmlReport.of(other))
                .isInstanceOf(ReleaseException.class)
                .hasMessage("could not report on " + other + ": there is no file " + other + "/metadata.json");
    }
}
