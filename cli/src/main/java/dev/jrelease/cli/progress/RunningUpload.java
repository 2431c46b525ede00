package dev.jrelease.cli.progress;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Transfer;
import dev.jrelease.image.Transfer.State;
import dev.jrelease.text.ByteSize;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The blobs that are being sent to one place. */
final class RunningUpload {
    private final String to;
    private final Duration begun;
    private final Map<Digest, Transfer> blobs = new LinkedHashMap<>();

    RunningUpload(String to, Duration begun) {
        this.to = to;
        this.begun = begun;
    }

    void note(Transfer transfer) {
        blobs.put(transfer.blob().digest(), transfer);
    }

    boolean isRunning() {
        return blobs.values().stream().anyMatch(RunningUpload::isOnItsWay);
    }

    private static boolean isOnItsWay(Transfer transfer) {
        return transfer.state() == State.PLANNED || transfer.state() == State.SENDING;
    }

    /** Counts only what is really sent. */
    Row row(Duration now) {
        long done = 0;
        long total = 0;
        int ended = 0;
        for (Transfer blob : blobs.values()) {
            ended += isOnItsWay(blob) ? 0 : 1;
            if (blob.state() != State.PRESENT && blob.state() != State.MOUNTED) {
                done += blob.done();
                total += blob.total();
            }
        }
        Duration time = now.minus(begun);
        String sent = ByteSize.text(done) + " of " + ByteSize.text(total) + rate(done, time);
        return new Row(to, sent, ended + " of " + blobs.size() + " blobs", time);
    }

    /** Nothing for the first second: it would jump. */
    private static String rate(long done, Duration time) {
        return time.toSeconds() < 1 ? "" : ", " + ByteSize.text(done * 1000 / time.toMillis()) + "/s";
    }
}
