package dev.jrelease.template;

import dev.jrelease.failure.Location;

/** The text that a template or a partial is read from. */
record Source(String text, Positions positions) {
    static Source ofFile(String name, String text) {
        return new Source(text, Positions.from(new Location(name, 1, 1), text));
    }
}
