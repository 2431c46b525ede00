package dev.jrelease.cli.progress;

import dev.jrelease.duration.GoDuration;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is being done.
 *
 * @param title what it is about: {@code hello linux/arm64}
 * @param doing the step of a build, or the bytes that were sent; empty if that is not known
 * @param figures what is counted besides; empty if nothing is
 * @param time since it began
 */
record Row(String title, String doing, String figures, Duration time) {
    /** In whole seconds. */
    String clock() {
        return GoDuration.text(Duration.ofSeconds(time.toSeconds()));
    }

    /** On a line of its own, of any length. */
    String line() {
        return Stream.of(title, doing, figures, clock())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
