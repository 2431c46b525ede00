package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.nio.file.Path;

/**
 * A program that was built for the image's platform. It is executable in the context whatever its mode says, because
 * many ways of handing files from one job to the next lose the mode.
 *
 * @param file relative to the base directory, or absolute
 * @param name in the context, with {@code /} if it is in a directory
 */
public record Binary(Path file, String name, Location location) {}
