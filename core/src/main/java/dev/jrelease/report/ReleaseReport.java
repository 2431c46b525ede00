package dev.jrelease.report;

import dev.jrelease.artifact.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * What a release did, also when it failed on the way.
 *
 * @param artifacts everything produced, in the order of the stages
 * @param stoppedIn the stage in which it stopped, if it did
 * @param unfinished the titles of tasks that began and did not finish; how far each got is not known
 * @param failure why it stopped, if it did: a {@link dev.jrelease.failure.ReleaseException}, or a bug or an {@link Error}
 */
public record ReleaseReport(
        String version,
        List<Artifact> artifacts,
        Optional<String> stoppedIn,
        List<String> unfinished,
        Optional<Throwable> failure) {

    public ReleaseReport {
        artifacts = List.copyOf(artifacts);
        unfinished = List.copyOf(unfinished);
    }

    /** Everything produced that is of this kind. */
    public <A extends Artifact> List<A> produced(Class<A> kind) {
        return artifacts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public boolean succeeded() {
        return failure.isEmpty();
    }
}
