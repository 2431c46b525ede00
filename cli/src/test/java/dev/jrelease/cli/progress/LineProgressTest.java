package dev.jrelease.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.report.ReleaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log has of a release. */
class LineProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> lines = new ArrayList<>();

    private LineProgress progress(Detail detail) {
        return new LineProgress(
                (text, tint) -> lines.add(text), detail, Instant.parse("2026-01-03T10:20:30Z"), nanos::get);
    }

    @Test
    void linesHaveTheirTimeAndWhatTakesLongIsToldAgain() {
        try (LineProgress progress = progress(Detail.NORMAL)) {
            Events.building().forEach(event -> progress.on(event, Duration.ofSeconds(2)));
            progress.remind();
            nanos.addAndGet(Duration.ofSeconds(20).toNanos());
            progress.remind();
            progress.remind();
        }

        assertThat(lines)
                .containsExactly(
                        "10:20:32 • docker images (2)",
                        "10:20:52     hello linux/amd64  [2/3] RUN make  1 cached  20s",
                        "10:20:52     hello linux/arm64  [1/3] COPY app /app  20s");
    }

    @ParameterizedTest
    @CsvSource({"QUIET, 1", "NORMAL, 2", "VERBOSE, 5"})
    void moreOrLessIsSaid(Detail detail, int expected) {
        try (LineProgress progress = progress(detail)) {
            Events.building().forEach(event -> progress.on(event, Duration.ZERO));
            progress.on(new ReleaseEvent.Warning(Events.AMD64, "careful"), Duration.ZERO);
        }

        assertThat(lines).hasSize(expected).last().asString().endsWith("hello linux/amd64  warning: careful");
    }
}
