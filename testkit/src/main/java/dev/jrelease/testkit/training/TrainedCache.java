package dev.jrelease.testkit.training;

import java.util.List;

/**
 * A cache, and the commands that it is made for.
 *
 * @param name what the launcher chooses it by
 * @param quick whether its commands are over before the second compiler would pay off
 * @param commands with blanks between their words
 */
record TrainedCache(String name, boolean quick, List<String> commands) {
    /** Several, because all that a cache holds is loaded at every start. The one that takes longest to make is first. */
    static final List<TrainedCache> ALL = List.of(
            new TrainedCache("release", false, List.of("release --snapshot", "release --clean", "release --clean")),
            new TrainedCache("plan", true, List.of("check", "plan --snapshot", "plan")),
            new TrainedCache("start", true, List.of("--version", "--help")));

    TrainedCache {
        commands = List.copyOf(commands);
    }
}
