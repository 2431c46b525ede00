package dev.jrelease.pipes.images;

import dev.jrelease.docker.DockerEngine;
import dev.jrelease.process.ProcessMark;
import dev.jrelease.text.LinearPattern;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The tag that an image has in the engine while a run needs it, so that a later run finds what a killed one left. The
 * top-level domain {@code invalid} exists nowhere: such a name can be pushed to no registry.
 *
 * @param number distinguishes the tags of one process
 */
record TemporaryTag(ProcessMark maker, long number) {
    static final String REPOSITORY = "jrelease.invalid/build";

    private static final LinearPattern FORM = LinearPattern.of("([0-9a-f]{12})-(\\d{1,10})-(\\d{1,12})-(\\d{1,18})");
    private static final AtomicLong NUMBERS = new AtomicLong();

    static TemporaryTag next(ProcessMark maker) {
        return new TemporaryTag(maker, NUMBERS.incrementAndGet());
    }

    /**
     * Reads {@code jrelease.invalid/build:PLACE-PID-START-NUMBER}, also with the name that an image has while the engine
     * pushes it to a run; any other name is absent.
     */
    static Optional<TemporaryTag> parse(String name) {
        int colon = name.lastIndexOf(':');
        String repository = name.substring(0, Math.max(0, colon));
        if (!repository.equals(REPOSITORY) && !DockerEngine.pushesTo(repository)) {
            return Optional.empty();
        }
        return FORM.match(name.substring(colon + 1))
                .map(parts -> new TemporaryTag(
                        new ProcessMark(parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))),
                        Long.parseLong(parts.group(4))));
    }

    String tag() {
        return maker.place() + "-" + maker.pid() + "-" + maker.start() + "-" + number;
    }

    @Override
    public String toString() {
        return REPOSITORY + ":" + tag();
    }
}
