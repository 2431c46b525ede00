package dev.jrelease.docker.buildkit;

import dev.jrelease.dockerfile.BuildStep;
import java.time.Duration;

/** Something that happened in a build. */
public sealed interface BuildEvent {

    /** A step is being done. */
    record Started(BuildStep step) implements BuildEvent {}

    /** A step need not be done: its result is in the engine's cache. */
    record Cached(BuildStep step) implements BuildEvent {}

    record Completed(BuildStep step, Duration took) implements BuildEvent {}

    record Failed(BuildStep step, String error) implements BuildEvent {}

    /** One whole line that a step's program printed. */
    record Output(BuildStep step, String line) implements BuildEvent {}

    /** Something in the Dockerfile that the engine finds doubtful. */
    record Warning(String message) implements BuildEvent {}
}
