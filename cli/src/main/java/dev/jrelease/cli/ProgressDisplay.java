package dev.jrelease.cli;

import dev.jrelease.cli.progress.Detail;
import dev.jrelease.cli.progress.LineProgress;
import dev.jrelease.cli.progress.LiveDisplay;
import dev.jrelease.cli.progress.LiveProgress;
import dev.jrelease.cli.progress.Paint;
import dev.jrelease.cli.progress.ProgressView;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.environment.Environment;
import java.time.Instant;
import java.util.Optional;

/** Decides how a release is shown: redrawn on a terminal that can, and line by line elsewhere. */
record ProgressDisplay(Environment environment, Console console, TerminalAccess terminal, Instant start) {
    /** While it is open, other lines are printed above it. */
    ProgressView open(Detail detail) {
        Optional<LiveDisplay> found = detail == Detail.QUIET || isCi()
                ? Optional.empty()
                : environment
                        .variable("TERM")
                        .filter(type -> !type.equals("dumb"))
                        .flatMap(terminal::display);
        Paint paint = Paint.of(environment, found.isPresent());
        console.paint(() -> paint);
        if (found.isEmpty()) {
            return new LineProgress(console::progress, detail, start);
        }
        console.showOn(found.get());
        return new LiveProgress(found.get(), console::progress, detail, paint.colours(), console::shown);
    }

    /** CI systems keep what is written; some have a terminal all the same. */
    private boolean isCi() {
        return environment
                .variable("CI")
                .filter(value -> !value.isEmpty() && !value.equals("false"))
                .isPresent();
    }
}
