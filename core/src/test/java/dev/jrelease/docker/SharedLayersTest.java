package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.docker.SharedLayers.Claim;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedLayersTest {
    private static final Descriptor LAYER = new Descriptor("", Digest.of(new byte[1]), 1);

    private final SharedLayers claims = new SharedLayers();
    private final MemorySink sink = new MemorySink();

    private Claim fail() throws IOException, InterruptedException {
        return claims.claim(sink, "a", () -> {
            throw new IOException("disk full");
        });
    }

    @Test
    void theSecondTakesWhatTheFirstWrites() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FutureTask<Descriptor> first = new FutureTask<>(() -> claims.claim(sink, "a", () -> {
                    writing.countDown();
                    goOn.await();
                    return LAYER;
                })
                .descriptor());
        Thread.ofPlatform().start(first);
        writing.await();

        Claim second = claims.claim(sink, "a", () -> {
            throw new AssertionError("written twice");
        });
        goOn.countDown();

        assertThat(second.descriptor()).isEqualTo(LAYER).isEqualTo(first.get());
    }

    @Test
    void whatFailedIsWrittenAnew() throws Exception {
        assertThatThrownBy(this::fail).hasMessage("disk full");

        assertThat(claims.claim(sink, "a", () -> LAYER).descriptor()).isEqualTo(LAYER);
    }

    @Test
    void whoWaitsForOneThatFailsFailsToo() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().start(() -> {
            try {
                claims.claim(sink, "a", () -> {
                    writing.countDown();
                    goOn.await();
                    throw new IOException("disk full");
                });
            } catch (IOException | InterruptedException expected) {
                // Seen by the second, below.
            }
        });
        writing.await();
        Claim second = claims.claim(sink, "a", () -> LAYER);
        goOn.countDown();
        first.join();

        assertThatThrownBy(second::descriptor)
                .isInstanceOf(IOException.class)
                .hasMessage("another image shares a layer with it and could not be read");
    }

    @Test
    void anotherSinkIsAnotherMatter() throws Exception {
        claims.claim(sink, "a", () -> LAYER);
        Descriptor other = LAYER.withMediaType("other");

        assertThat(claims.claim(new MemorySink(), "a", () -> other).descriptor())
                .isEqualTo(other);
    }
}
