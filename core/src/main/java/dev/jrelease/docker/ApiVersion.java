package dev.jrelease.docker;

import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/** A version of the Engine API: {@code 1.45}. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    private static final LinearPattern FORM = LinearPattern.of("(\\d{1,4})\\.(\\d{1,4})");

    static Optional<ApiVersion> parse(String text) {
        return FORM.match(text.strip())
                .map(parts -> new ApiVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))));
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
