package dev.jrelease.cli;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Transfer;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Prints the progress of a copy: a line for each blob that was sent, and every few seconds one for those in progress. */
final class CopyListener implements ReleaseListener {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Console console;
    private final Map<Digest, Duration> printed = new HashMap<>();
    private int sent;
    private int mounted;
    private int present;

    CopyListener(Console console) {
        this.console = console;
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        switch (event) {
            case ReleaseEvent.Transferred(var _, Transfer transfer) -> transferred(transfer, elapsed);
            case ReleaseEvent.Message(var task, String text) -> console.progress("    " + text);
            case ReleaseEvent.Warning(var _, var _, String text) -> console.progress("    warning: " + text);
            default -> {}
        }
    }

    private void transferred(Transfer transfer, Duration elapsed) {
        Digest blob = transfer.blob().digest();
        switch (transfer.state()) {
            case PLANNED -> {}
            case SENDING -> {
                Duration last = printed.putIfAbsent(blob, elapsed);
                if (last != null && elapsed.minus(last).compareTo(BETWEEN_LINES) >= 0) {
                    printed.put(blob, elapsed);
                    line(transfer, megabytes(transfer.done()) + " of " + megabytes(transfer.total()));
                }
            }
            case SENT -> {
                sent++;
                line(transfer, megabytes(transfer.total()) + " sent");
            }
            case PRESENT -> present++;
            case MOUNTED -> mounted++;
        }
    }

    private void line(Transfer transfer, String text) {
        console.progress("    " + transfer.blob().digest().abbreviated() + "  " + text);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** Prints the sum. */
    void end() {
        console.progress("    blobs: " + sent + " sent, " + mounted + " mounted, " + present + " there");
    }
}
