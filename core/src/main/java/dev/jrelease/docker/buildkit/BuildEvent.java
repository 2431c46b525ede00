package dev.jrelease.docker.buildkit;

import java.time.Duration;

/** Something that happened in a build. Steps are named as BuildKit names them: {@code [2/3] COPY app /app}. */
public sealed interface BuildEvent {

    /** A step is being done. */
    record Started(String step) implements BuildEvent {}

    /** A step need not be done: its result is in the engine's cache. */
    record Cached(String step) implements BuildEvent {}

    record Completed(String step, Duration took) implements BuildEvent {}

    record Failed(String step, String error) implements BuildEvent {}

    /** One whole line that a step's program printed. */
    record Output(String step, String line) implements BuildEvent {}

    /** Something in the Dockerfile that the engine finds doubtful. */
    record Warning(String message) implements BuildEvent {}
}
