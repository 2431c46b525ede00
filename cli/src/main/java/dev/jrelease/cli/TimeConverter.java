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
                .filter(GoDuration::isReasonable)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a time " + GoDuration.REASONABLE + ", such as 90s or 1h30m"));
    }
}
