package dev.jrelease.failure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Combines several failures into one. */
public final class Refusals {
    private Refusals() {}

    /** Throws all of them together, if there are any. */
    public static void throwAll(List<ReleaseException> refusals) {
        together(refusals).ifPresent(all -> {
            throw all;
        });
    }

    /**
     * The first failure, with the others as suppressed exceptions. Failures of the configuration come first, merged
     * into one. Empty if there are none.
     */
    public static Optional<ReleaseException> together(List<ReleaseException> refusals) {
        if (refusals.isEmpty()) {
            return Optional.empty();
        }
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
        return Optional.of(first);
    }
}
