package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.nio.file.Path;

/**
 * A program for the image's platform. A file is executable in the context whatever its mode is, because file modes are
 * often lost between CI jobs.
 *
 * @param file relative to the base directory, or absolute; may be a folder
 * @param name in the context, with {@code /} if it is in a directory
 */
public record Binary(Path file, String name, Location location) {}
