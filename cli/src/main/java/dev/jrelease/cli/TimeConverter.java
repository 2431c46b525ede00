package dev.jrelease.cli;

import dev.jrelease.duration.GoDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code 90s}, {@code 30m}, {@code 1h30m}, as in the configuration. */
final class TimeConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return GoDuration.parse(text)
                .filter(Duration::isPositive)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a time; use 90s, 30m or 1h30m"));
    }
}
