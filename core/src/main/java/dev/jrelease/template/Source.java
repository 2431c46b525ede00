package dev.jrelease.template;

import dev.jrelease.failure.Location;

/** The text of a template or a partial, with positions. */
record Source(String text, Positions positions) {
    static Source ofFile(String name, String text) {
        return new Source(text, Positions.from(new Location(name, 1, 1), text));
    }
}
