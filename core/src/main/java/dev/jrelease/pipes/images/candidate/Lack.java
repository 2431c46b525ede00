package dev.jrelease.pipes.images.candidate;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;

/** Something that a release has and its candidate has not. */
record Lack(Location line, String message) {
    void report(Problems problems) {
        problems.error(line, message, "promote a candidate that has it, or build the release: jrelease release");
    }
}
