package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.artifact.TagName;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Secret;
import java.util.List;
import java.util.Optional;

/** A unit of work with all templates rendered. */
public interface Task {

    /** A short title: {@code hello linux/arm64}. */
    String title();

    /** A description for users; the first line is a summary. */
    List<String> describe();

    /** The task as JSON, with keys in snake case. */
    ObjectNode json();

    /** The platform, if the task is for one platform only. */
    default Optional<Platform> forPlatform() {
        return Optional.empty();
    }

    /** The tags that it writes, or prepares. */
    default List<TagName> tags() {
        return List.of();
    }

    /** Its secrets, which are masked from now on. */
    default List<Secret> secrets() {
        return List.of();
    }

    /** Files that it reads, by their paths from the working directory; they may contain wildcards. */
    default List<String> reads() {
        return List.of();
    }

    /** Files that it writes to dist, by their paths from there. */
    default List<String> leaves() {
        return List.of();
    }

    /** The condition of the task as the file writes it, if its value is unknown. */
    default Optional<String> condition() {
        return Optional.empty();
    }

    /** The names that it publishes something under, if anything is published. */
    default List<PublishedName> published() {
        return List.of();
    }
}
