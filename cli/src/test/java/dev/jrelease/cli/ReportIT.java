package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of {@code jrelease report} in a browser. */
@SuppressWarnings("NullAway.Init")
class ReportIT {
    @TempDir
    private static Path folder;

    private static Path page;

    @BeforeAll
    static void release() throws InterruptedException {
        try (Bench bench = Bench.hello(folder)) {
            assertThat(bench.jrelease().run("release").code()).isZero();
            assertThat(bench.jrelease().run("report").out()).isEqualTo("dist/report.html\n");
            page = bench.workspace().folder().resolve("dist/report.html");
        }
    }

    /** What a browser makes of a page, as HTML. */
    private static String opened(Path file) throws IOException, InterruptedException {
        return Tool.run(
                List.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--allow-file-access-from-files",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        file.toUri().toString()),
                folder);
    }

    @Test
    void showsTagsLayersAndTime() throws Exception {
        assertThat(opened(page))
                .contains("<title>hello 1.2.3</title>", "acme/hello:latest", "linux/arm64", "docker images")
                .doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1200})
    void fitsIntoItsWindow(int width) throws Exception {
        Path frame = folder.resolve("frame.html");
        Files.writeString(frame, """
                <iframe id="page" src="%s" style="width:%dpx;height:600px;border:0"></iframe>
                <script>
                onload = () => {
                  const root = document.getElementById("page").contentDocument.documentElement;
                  document.title = root.clientWidth > 0 && root.scrollWidth <= root.clientWidth ? "fits" : "too wide";
                };
                </script>
                """.formatted(page.toUri(), width));

        assertThat(opened(frame)).contains("<title>fits</title>");
    }

    @Test
    void loadsNothing() throws IOException {
        assertThat(Files.readString(page))
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("<script", "src=", "href=", "url(");
    }
}
