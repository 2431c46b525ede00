package dev.jrelease.cli;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Transfer;
import dev.jrelease.image.Transfer.State;
import dev.jrelease.report.EventJson;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Logs a release for machines, one JSON object on each line. */
final class JsonListener implements ReleaseListener {
    /** How often the progress of a blob is written. */
    private static final Duration BETWEEN_TRANSFERS = Duration.ofSeconds(1);

    private final Console console;
    private final Map<Digest, Duration> logged = new HashMap<>();

    JsonListener(Console console) {
        this.console = console;
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        if (!(event instanceof ReleaseEvent.Transferred(var task, Transfer transfer)) || isNews(transfer, elapsed)) {
            console.log(EventJson.of(event, elapsed));
        }
    }

    private boolean isNews(Transfer transfer, Duration elapsed) {
        Digest blob = transfer.blob().digest();
        Duration last = logged.get(blob);
        boolean news = transfer.state() != State.SENDING
                || last == null
                || elapsed.minus(last).compareTo(BETWEEN_TRANSFERS) >= 0;
        if (news) {
            logged.put(blob, elapsed);
        }
        return news;
    }
}
