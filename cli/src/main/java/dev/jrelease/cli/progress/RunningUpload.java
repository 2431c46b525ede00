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
    private Duration sending = Duration.ZERO;
    private Duration last;
    private boolean sends;

    RunningUpload(String to, Duration begun) {
        this.to = to;
        this.begun = begun;
        this.last = begun;
    }

    /** The time before a blob is begun again is not one of sending: it failed, and the next attempt was waited for. */
    void note(Transfer transfer, Duration now) {
        Transfer former = blobs.put(transfer.blob().digest(), transfer);
        boolean again = former != null
                && former.state() == State.SENDING
                && transfer.state() == State.SENDING
                && transfer.done() == 0;
        if (sends && !again) {
            sending = sending.plus(now.minus(last));
        }
        last = now;
        sends = blobs.values().stream().anyMatch(blob -> blob.state() == State.SENDING);
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
        String sent = ByteSize.text(done) + " of " + ByteSize.text(total)
                + rate(done, sends ? sending.plus(now.minus(last)) : sending);
        return new Row(to, sent, ended + " of " + blobs.size() + " blobs", now.minus(begun));
    }

    /** Nothing for the first second: it would jump. */
    private static String rate(long done, Duration time) {
        return time.toSeconds() < 1 ? "" : ", " + ByteSize.text(done * 1000 / time.toMillis()) + "/s";
    }
}
