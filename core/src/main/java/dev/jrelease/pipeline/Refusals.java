package dev.jrelease.pipeline;

import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.ReleaseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Combines several failures into one. */
public final class Refusals {
    private Refusals() {}

    /**
     * The first failure, with the others as suppressed exceptions. Failures of the configuration come first, merged
     * into one.
     */
    public static ReleaseException together(List<ReleaseException> refusals) {
        List<Problem> problems = refusals.stream()
                .filter(InvalidConfigurationException.class::isInstance)
                .flatMap(invalid -> ((InvalidConfigurationException) invalid).problems().stream())
                .distinct()
                .toList();
        ReleaseException first = problems.isEmpty() ? refusals.getFirst() : new InvalidConfigurationException(problems);
        Set<String> messages = new HashSet<>(Set.of(String.valueOf(first.getMessage())));
        for (ReleaseException other : refusals) {
            if (!(other instanceof InvalidConfigurationException) && messages.add(String.valueOf(other.getMessage()))) {
                first.addSuppressed(other);
            }
        }
        return first;
    }
}
