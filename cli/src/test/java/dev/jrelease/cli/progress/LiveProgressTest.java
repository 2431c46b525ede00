package dev.jrelease.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Transfer.State;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.TaskId;
import dev.jrelease.text.VisibleText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read on a terminal while a release runs, and afterwards. */
class LiveProgressTest {
    private static final Duration LATER = Duration.ofSeconds(75);

    private static LiveProgress on(Screen screen) {
        return new LiveProgress(
                screen.display(),
                (text, tint) -> screen.display().print(VisibleText.lines(text)),
                Detail.NORMAL,
                false,
                VisibleText::inLine,
                () -> 0);
    }

    private static List<String> shown(Screen screen, LiveProgress progress, List<ReleaseEvent> events) {
        events.forEach(event -> progress.on(event, Duration.ZERO));
        progress.on(new ReleaseEvent.Message(Events.AMD64, "sha256:" + "0123456789abcdef".repeat(4)), LATER);
        progress.draw();
        return screen.text();
    }

    @Test
    void eachPlatformHasALine() throws IOException {
        try (Screen screen = new Screen(80, 10);
                LiveProgress progress = on(screen)) {
            assertThat(shown(screen, progress, Events.building()))
                    .containsExactly("""
                            • docker images (2)
                                hello linux/amd64  sha256:0123456789ab
                                hello linux/amd64  [2/3] RUN make                           1 cached  1m15s
                                hello linux/arm64  [1/3] COPY app /app                                1m15s
                            """.lines().toArray(String[]::new));
        }
    }

    /** As in some containers, and under script. */
    @ParameterizedTest
    @CsvSource({"0, 0", "80, 0", "0, 25", "-1, -1"})
    void aTerminalThatStatesNoSizeHasTheUsualOne(int columns, int rows) throws IOException {
        try (Screen screen = new Screen(80, 25, Size.of(columns, rows));
                LiveProgress progress = on(screen)) {
            progress.on(new ReleaseEvent.TaskStarted(Events.AMD64), Duration.ZERO);
            progress.on(Events.begun(Events.AMD64, "[1/2] RUN make"), LATER);
            progress.draw();
            progress.on(Events.begun(Events.AMD64, "[2/2] RUN test"), LATER);
            progress.draw();

            assertThat(screen.text()).singleElement().asString().contains("[2/2] RUN test");
            assertThat(screen.cursor()).containsExactly(1, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12, 20, 40, 60, 79})
    void aNarrowTerminalHasOneRowForEach(int columns) throws IOException {
        try (Screen screen = new Screen(Math.max(2, columns), 12);
                LiveProgress progress = on(screen)) {
            progress.on(new ReleaseEvent.TaskStarted(Events.AMD64), Duration.ZERO);
            progress.on(Events.begun(Events.AMD64, "[1/2] RUN echo 全角文字 and \u001b[2J more"), LATER);
            progress.draw();
            progress.draw();

            assertThat(screen.text().size()).isLessThanOrEqualTo(1);
            assertThat(screen.cursor()).containsExactly(1, 0);
        }
    }

    @Test
    void beforeTheFirstStageThereIsWhatIsLookedAt() throws IOException {
        try (Screen screen = new Screen(80, 10);
                LiveProgress progress = on(screen)) {
            progress.on(
                    new ReleaseEvent.Checked("engine", ReleaseEvent.Verdict.PASSED, "Docker", Optional.empty()), LATER);
            progress.draw();

            assertThat(screen.text()).singleElement().asString().matches("    preflight  engine +1m15s");
        }
    }

    @Test
    void uploadsHaveTheirBytes() throws IOException {
        try (Screen screen = new Screen(80, 10);
                LiveProgress progress = on(screen)) {
            progress.on(Events.sent("a", State.PRESENT, 0, 70_000_000), Duration.ZERO);
            progress.on(Events.sent("b", State.SENDING, 5_000_000, 40_000_000), Duration.ZERO);
            progress.on(Events.sent("c", State.SENT, 20_000_000, 20_000_000), Duration.ofSeconds(10));
            progress.draw();

            assertThat(screen.text())
                    .containsExactly("    ghcr.io/acme/hello  25 MB of 60 MB, 2.5 MB/s              2 of 3 blobs  10s");
        }
    }

    @Test
    void whatHasNoRoomIsCounted() throws IOException {
        try (Screen screen = new Screen(60, 4);
                LiveProgress progress = on(screen)) {
            for (int i = 0; i < 9; i++) {
                progress.on(
                        new ReleaseEvent.TaskStarted(new TaskId("docker images", i, "image " + i, Optional.empty())),
                        Duration.ZERO);
            }
            progress.draw();

            assertThat(screen.text()).hasSize(3).last().isEqualTo("    and 7 more");
        }
    }

    @Test
    void onlyWhatStaysIsThereAfterwards() throws IOException {
        try (Screen screen = new Screen(80, 10)) {
            try (LiveProgress progress = on(screen)) {
                shown(screen, progress, Events.building());
            }
            assertThat(screen.text())
                    .containsExactly("• docker images (2)", "    hello linux/amd64  sha256:0123456789ab");
            assertThat(screen.cursor()).containsExactly(2, 0);
        }
    }

    @Test
    void textOfABuildMovesNoCursor() throws IOException {
        try (Screen screen = new Screen(80, 10);
                LiveProgress progress = on(screen)) {
            progress.on(new ReleaseEvent.StageStarted("docker images", 1), Duration.ZERO);
            progress.on(Events.begun(Events.AMD64, "\u001b[2J\u001b[H\r\n\u0007[1/1] RUN \u009b5A"), Duration.ZERO);
            progress.draw();

            assertThat(screen.text())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("    hello linux/amd64  ")
                    .contains("[1/1] RUN");
        }
    }
}
