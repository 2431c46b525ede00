package dev.jrelease.publish;

import dev.jrelease.image.Digest;
import java.util.function.Predicate;

/**
 * Another repository of the same registry, from which blobs can be taken over.
 *
 * @param mayHold whether it holds a blob, as far as is known
 */
public record MountSource(String repository, Predicate<Digest> mayHold) {}
