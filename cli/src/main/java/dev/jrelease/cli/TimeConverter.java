package dev.jrelease.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 30m}, {@code 1h30m}. */
final class TimeConverter implements ITypeConverter<Duration> {

    /** A time as it is typed. */
    static String text(Duration time) {
        return time.toString().replaceFirst("^PT", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public Duration convert(String text) {
        try {
            Duration time = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
            if (time.isPositive()) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            // told below
        }
        throw new TypeConversionException("'" + text + "' is not a time; write 90s, 30m or 1h30m");
    }
}
