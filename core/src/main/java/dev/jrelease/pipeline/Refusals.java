package dev.jrelease.pipeline;

import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.ReleaseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes one failure of several obstacles. */
final class Refusals {
    private Refusals() {}

    /**
     * The first one, with the others that say something else suppressed in it; problems of the configuration come
     * first, all of them in one.
     */
    static ReleaseException together(List<ReleaseException> refusals) {
        List<Problem> problems = refusals.stream()
                .filter(InvalidConfigurationException.class::isInstance)
                .flatMap(invalid -> ((InvalidConfigurationException) invalid).problems().stream())
                .distinct()
                .toList();
        ReleaseException first = problems.isEmpty() ? refusals.getFirst() : new InvalidConfigurationException(problems);
        Set<String> told = new HashSet<>(Set.of(String.valueOf(first.getMessage())));
        for (ReleaseException other : refusals) {
            if (!(other instanceof InvalidConfigurationException) && told.add(String.valueOf(other.getMessage()))) {
                first.addSuppressed(other);
            }
        }
        return first;
    }
}
