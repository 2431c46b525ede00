package dev.jrelease.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Transfer;
import dev.jrelease.image.Transfer.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rate is that of sending: the time in which nothing could be sent does not count. */
class RunningUploadTest {
    private static final long MEGABYTE = 1_000_000;

    private final RunningUpload upload = new RunningUpload("ghcr.io/acme/hello", Duration.ZERO);

    private void note(String blob, State state, long done, int second) {
        Digest digest = Digest.of(blob.getBytes(StandardCharsets.UTF_8));
        Descriptor descriptor = new Descriptor(MediaTypes.OCI_CONFIG, digest, 40 * MEGABYTE);
        upload.note(new Transfer(descriptor, "ghcr.io/acme/hello", state, done), Duration.ofSeconds(second));
    }

    private void isAt(int second, String rate) {
        assertThat(upload.row(Duration.ofSeconds(second)).line()).contains(rate);
    }

    @Test
    void countsFromTheFirstByte() {
        note("a", State.PLANNED, 0, 0);
        note("a", State.SENDING, 0, 10);
        note("a", State.SENDING, 10 * MEGABYTE, 11);

        isAt(11, "10 MB of 40 MB, 10 MB/s");
    }

    @Test
    void doesNotCountTheTimeBetweenTwoBlobs() {
        note("a", State.SENDING, 0, 0);
        note("a", State.SENT, 40 * MEGABYTE, 2);
        note("b", State.SENDING, 0, 60);
        note("b", State.SENDING, 20 * MEGABYTE, 61);

        isAt(61, "60 MB of 80 MB, 20 MB/s");
    }

    @Test
    void doesNotCountTheTimeBeforeAnotherAttempt() {
        note("a", State.SENDING, 0, 0);
        note("a", State.SENDING, 10 * MEGABYTE, 1);
        note("a", State.SENDING, 0, 61);
        note("a", State.SENDING, 30 * MEGABYTE, 63);

        isAt(63, "30 MB of 40 MB, 10 MB/s");
    }
}
