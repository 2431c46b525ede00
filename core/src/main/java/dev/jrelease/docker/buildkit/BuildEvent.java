package dev.jrelease.docker.buildkit;

import dev.jrelease.dockerfile.BuildStep;
import java.time.Duration;

/** Something that happened in a build. */
public sealed interface BuildEvent {

    /** A step has started. */
    record Started(BuildStep step) implements BuildEvent {}

    /** The result of a step was in the engine's cache. */
    record Cached(BuildStep step) implements BuildEvent {}

    record Completed(BuildStep step, Duration took) implements BuildEvent {}

    record Failed(BuildStep step, String error) implements BuildEvent {}

    /** A line of output of a step. */
    record Output(BuildStep step, String line) implements BuildEvent {}

    /** A warning of the engine about the Dockerfile. */
    record Warning(String message) implements BuildEvent {}
}
