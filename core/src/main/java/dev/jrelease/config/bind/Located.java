package dev.jrelease.config.bind;

import dev.jrelease.failure.Location;

/** A value with its location, for checks after the file has been read. */
public record Located<T>(T value, Location location) {
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
