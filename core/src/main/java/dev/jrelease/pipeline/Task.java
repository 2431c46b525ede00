package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.TagName;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Secret;
import java.util.List;
import java.util.Optional;

/** One thing to do, decided completely: every template in it is filled in. */
public interface Task {

    /** What it is about, in a few words: {@code hello linux/arm64}. */
    String title();

    /** What will be done, for people; the first line stands for the rest. */
    List<String> describe();

    /** The same for machines, keys in snake case. */
    ObjectNode json();

    /** The platform that it works for, if it works for one alone. */
    default Optional<Platform> forPlatform() {
        return Optional.empty();
    }

    /** The tags that it writes, or that it gets ready to be written. */
    default List<TagName> tags() {
        return List.of();
    }

    /** What it holds that may not be shown: it is masked wherever it would be from then on. */
    default List<Secret> secrets() {
        return List.of();
    }

    /** Files that it is made of, by their paths from the working directory; {@code *} and its like stand for names. */
    default List<String> reads() {
        return List.of();
    }

    /** Files that it leaves in dist, by their paths from there. */
    default List<String> leaves() {
        return List.of();
    }

    /** The condition that it is done under, as the file writes it, where it is not known whether that holds. */
    default Optional<String> condition() {
        return Optional.empty();
    }

    /** What is known already of what it will produce, so that later stages can plan with it. */
    default List<Artifact> promises() {
        return List.of();
    }
}
