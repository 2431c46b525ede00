package dev.jrelease.registry;

import dev.jrelease.http.Headers;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads how long a server asks to wait. A date is compared with the answer's own, so that no two clocks have to agree.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">Retry-After</a>
 */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> read(Headers headers) {
        return headers.first("Retry-After").flatMap(text -> seconds(text).or(() -> until(text, headers)));
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Math.round(Double.parseDouble(text)))));
        } catch (NumberFormatException aDate) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> until(String text, Headers headers) {
        Optional<ZonedDateTime> then = date(text);
        Optional<ZonedDateTime> now = headers.first("Date").flatMap(RetryAfter::date);
        return then.flatMap(end -> now.map(start -> Duration.between(start, end)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
