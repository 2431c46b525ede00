package dev.jrelease.duration;

import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Durations as Go writes them: {@code 90s}, {@code 1h30m}, {@code 1.5s}.
 *
 * @see <a href="https://pkg.go.dev/time#ParseDuration">ParseDuration</a>
 */
public final class GoDuration {
    private static final String NUMBER = "[0-9]{1,9}(?:\\.[0-9]{1,9})?";
    private static final String UNIT = "ns|us|µs|ms|s|m|h";

    /** A duration with units, as a regular expression. */
    public static final String FORM = "(?:" + NUMBER + "(?:" + UNIT + ")){1,8}";

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Which durations are reasonable, as the end of a sentence. */
    public static final String REASONABLE = "from 1ms to 168h";

    private static final LinearPattern WHOLE = LinearPattern.of(FORM);
    private static final SearchPattern PART = SearchPattern.of("(" + NUMBER + ")(" + UNIT + ")");
    private static final Map<String, BigDecimal> SECONDS = Map.of(
            "ns", new BigDecimal("1e-9"),
            "us", new BigDecimal("1e-6"),
            "µs", new BigDecimal("1e-6"),
            "ms", new BigDecimal("1e-3"),
            "s", BigDecimal.ONE,
            "m", BigDecimal.valueOf(60),
            "h", BigDecimal.valueOf(3600));

    private GoDuration() {}

    /** Parses a duration; empty if the text is none. A number other than 0 needs a unit. */
    public static Optional<Duration> parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        if (!WHOLE.matches(stripped)) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (MatchResult part : PART.all(stripped).toList()) {
            BigDecimal unit = SECONDS.getOrDefault(part.group(2), BigDecimal.ZERO);
            sum = sum.add(new BigDecimal(part.group(1)).multiply(unit));
        }
        BigDecimal[] whole = sum.divideAndRemainder(BigDecimal.ONE);
        return Optional.of(Duration.ofSeconds(
                whole[0].longValue(), whole[1].movePointRight(9).longValue()));
    }

    /** Whether it is a time to wait: not zero, and at most a week. */
    public static boolean isReasonable(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }

    /** The duration in hours, minutes and seconds: {@code 1h30m}. */
    public static String text(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
