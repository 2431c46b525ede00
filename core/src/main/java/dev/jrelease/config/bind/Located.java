package dev.jrelease.config.bind;

import dev.jrelease.failure.Location;

/** A value and where it stands, for what can only be judged after the file has been read. */
public record Located<T>(T value, Location location) {
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
