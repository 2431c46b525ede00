package dev.jrelease.cli.progress;

import dev.jrelease.concurrent.Ticker;
import dev.jrelease.report.ReleaseEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Shows a release on a terminal: what is being done at the bottom, and above it what has happened. */
public final class LiveProgress implements ProgressView {
    private static final Duration REDRAWN = Duration.ofMillis(100);
    private static final Pattern LONG_DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");

    private final LiveDisplay display;
    private final boolean colours;
    private final UnaryOperator<String> shown;
    private final Stopwatch watch;
    private final ReleaseLines lines;
    private final Progress progress = new Progress();
    private final Ticker ticker;

    /**
     *
     * @param out lines above the display
     * @param shown makes text of registries and builds fit to be shown on one line
     */
    public LiveProgress(LiveDisplay display, Lines out, Detail detail, boolean colours, UnaryOperator<String> shown) {
        this(display, out, detail, colours, shown, System::nanoTime);
    }

    LiveProgress(
            LiveDisplay display,
            Lines out,
            Detail detail,
            boolean colours,
            UnaryOperator<String> shown,
            LongSupplier nanos) {
        this.display = display;
        this.colours = colours;
        this.shown = shown;
        this.watch = new Stopwatch(nanos);
        this.lines = new ReleaseLines((text, tint) -> out.line(withShortDigests(text), tint), detail);
        this.ticker = Ticker.every(REDRAWN, this::draw);
    }

    /** A whole digest has no room beside a name; the file of digests has it, and the table at the end of a wide terminal. */
    private static String withShortDigests(String text) {
        return LONG_DIGEST.matcher(text).replaceAll("$1");
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        synchronized (progress) {
            watch.set(elapsed);
            progress.on(event, elapsed);
        }
        lines.on(event, elapsed);
    }

    void draw() {
        List<Row> rows;
        synchronized (progress) {
            rows = progress.rows(watch.now());
        }
        display.show(new RowLines(display.columns(), colours, shown).of(rows, display.lines()));
    }

    @Override
    public void close() {
        ticker.close();
        display.close();
    }
}
