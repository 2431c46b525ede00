package dev.jrelease.pipes.builds.jvm;

import java.nio.file.Path;

/**
 * A library of a program.
 *
 * @param path in the folder of the program
 */
record Library(String path, Path file) {}
