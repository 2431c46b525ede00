package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.http.Headers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Headers NOW = Headers.EMPTY.with("Date", "Wed, 21 Oct 2026 07:28:00 GMT");

    @Test
    void isANumberOfSeconds() {
        assertThat(RetryAfter.read(Headers.EMPTY.with("Retry-After", "30"))).hasValue(Duration.ofSeconds(30));
        assertThat(RetryAfter.read(Headers.EMPTY.with("retry-after", " 0 "))).hasValue(Duration.ZERO);
    }

    @Test
    void isATimeByTheServersOwnClock() {
        assertThat(RetryAfter.read(NOW.with("Retry-After", "Wed, 21 Oct 2026 07:28:45 GMT")))
                .hasValue(Duration.ofSeconds(45));
        assertThat(RetryAfter.read(NOW.with("Retry-After", "Wed, 21 Oct 2026 07:00:00 GMT")))
                .hasValue(Duration.ZERO);
    }

    @Test
    void isLeftAsideWhereItSaysNothing() {
        assertThat(RetryAfter.read(NOW)).isEmpty();
        assertThat(RetryAfter.read(NOW.with("Retry-After", "soon"))).isEmpty();
        assertThat(RetryAfter.read(Headers.EMPTY.with("Retry-After", "Wed, 21 Oct 2026 07:28:45 GMT")))
                .isEmpty();
    }
}
