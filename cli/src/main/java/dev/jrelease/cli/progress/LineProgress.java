package dev.jrelease.cli.progress;

import dev.jrelease.concurrent.Ticker;
import dev.jrelease.report.ReleaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows a release as lines that begin with the time, and what takes long again and again. */
public final class LineProgress implements ProgressView {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Lines out;
    private final Detail detail;
    private final Instant start;
    private final Stopwatch watch;
    private final ReleaseLines lines;
    private final Progress progress = new Progress();
    private final Ticker ticker;
    private Duration last = Duration.ZERO;

    /** @param start of the release */
    public LineProgress(Lines out, Detail detail, Instant start) {
        this(out, detail, start, System::nanoTime);
    }

    LineProgress(Lines out, Detail detail, Instant start, LongSupplier nanos) {
        this.out = out;
        this.detail = detail;
        this.start = start;
        this.watch = new Stopwatch(nanos);
        this.lines = new ReleaseLines(this::say, detail);
        this.ticker = Ticker.every(LOOK, this::remind);
    }

    @Override
    public synchronized void on(ReleaseEvent event, Duration elapsed) {
        watch.set(elapsed);
        progress.on(event, elapsed);
        lines.on(event, elapsed);
    }

    /** Without a word for long, a release looks as if it hangs. */
    synchronized void remind() {
        Duration now = watch.now();
        if (detail != Detail.QUIET && now.minus(last).compareTo(SILENCE) >= 0) {
            last = now;
            progress.rows(now).forEach(row -> say("    " + row.line(), Tint.PLAIN));
        }
    }

    private void say(String text, Tint tint) {
        last = watch.now();
        out.line(TIME.format(start.plus(last)) + " " + text, tint);
    }

    @Override
    public void close() {
        ticker.close();
    }
}
