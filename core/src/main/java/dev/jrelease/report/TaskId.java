package dev.jrelease.report;

import dev.jrelease.image.Platform;
import java.util.Optional;

/**
 * A task of a release, as events name it.
 *
 * @param stage the stage that it belongs to
 * @param number its place among the tasks of the stage, from 1
 * @param title what it is about, in a few words: {@code hello linux/arm64}
 * @param platform that it works for, if it works for one alone
 */
public record TaskId(String stage, int number, String title, Optional<Platform> platform) {}
