package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How blobs come to whatever registry it is, where they do not come with one request. */
abstract class UploadContract {
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int SIZE = 3_000_000;

    private final byte[] content = bytes(SIZE);
    private final Descriptor blob = new Descriptor(MediaTypes.OCI_LAYER_GZIP, Digest.of(content), SIZE);
    private final AtomicInteger opened = new AtomicInteger();

    /** The host and port of the registry under test. */
    abstract String address();

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private void push(UnreliableTransport way, String path) throws IOException {
        try (Bench bench = Bench.anonymous(way)) {
            Repository repository = bench.repository(address() + "/" + path);
            repository.writeBlob(blob, () -> {
                opened.incrementAndGet();
                return new ByteArrayInputStream(content);
            });
            assertThat(repository.bytes(blob)).isEqualTo(content);
        }
    }

    @Test
    void goWithOneRequestWhereThatIsTaken() throws IOException {
        UnreliableTransport way = new UnreliableTransport(NO_LIMIT);

        push(way, "acme/whole");
        assertThat(way.sent()).containsExactly("PUT 3000000");
    }

    @ParameterizedTest
    @ValueSource(longs = {2_999_999, 1_000_000, 400_000})
    void goInChunksWhereOneRequestIsTooLarge(long limit) throws IOException {
        UnreliableTransport way = new UnreliableTransport(limit);

        push(way, "acme/limit" + limit);
        assertThat(way.sent()).startsWith("PUT 3000000", "PATCH 1500000");
        assertThat(way.sent().getLast()).startsWith("PATCH ");
        assertThat(opened).as("content that is read once").hasValue(1);
    }

    @Test
    void knowTheLimitFromThenOn() throws IOException {
        UnreliableTransport way = new UnreliableTransport(2_000_000);
        try (Bench bench = Bench.anonymous(way)) {
            for (String path : new String[] {"acme/first", "acme/second"}) {
                bench.repository(address() + "/" + path).writeBlob(blob, () -> new ByteArrayInputStream(content));
            }
        }
        assertThat(way.sent())
                .containsExactly("PUT 3000000", "PATCH 1500000", "PATCH 1500000", "PATCH 1500000", "PATCH 1500000");
    }

    @Test
    void areNotSentAnyMoreWhereEverySizeIsTooLarge() {
        UnreliableTransport way = new UnreliableTransport(10);

        assertThatThrownBy(() -> push(way, "acme/nothing"))
                .hasMessageContaining("HTTP 413")
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.hint().orElseThrow()).contains("proxy"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void comeThroughWhereTheConnectionBreaks(int times) throws IOException {
        UnreliableTransport way = new UnreliableTransport(NO_LIMIT);
        way.breakNext(times);

        push(way, "acme/broken" + times);
        assertThat(way.sent()).hasSizeBetween(1 + times, 2 + times);
    }

    @Test
    void comeThroughWhereAChunkBreaks() throws IOException {
        UnreliableTransport way = new UnreliableTransport(1_000_000);
        way.breakNext(2);

        push(way, "acme/chunk");
    }
}
