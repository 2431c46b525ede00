package dev.jrelease.report;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ArtifactRow.Place;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release did, also when it failed on the way.
 *
 * @param publishes whether it was to write tags to registries
 * @param artifacts everything produced, in the order of the stages
 * @param stoppedIn the stage in which it stopped, if it did
 * @param unfinished tasks that began and did not finish; how far each got is not known
 * @param failure why it stopped, if it did: a {@link dev.jrelease.failure.ReleaseException}, or a bug or an {@link Error}
 */
public record ReleaseReport(
        String version,
        boolean publishes,
        List<Artifact> artifacts,
        FloatingTags floatingTags,
        Optional<String> stoppedIn,
        List<TaskId> unfinished,
        Optional<Throwable> failure) {

    public ReleaseReport {
        artifacts = List.copyOf(artifacts);
        unfinished = List.copyOf(unfinished);
    }

    /** Everything produced that is of this kind. */
    public <A extends Artifact> List<A> produced(Class<A> kind) {
        return artifacts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Its table: the tags at registries, or the names in the layout if it was to write none. */
    public List<ArtifactRow> rows() {
        Place shown = publishes ? Place.REGISTRY : Place.LAYOUT;
        List<ArtifactRow> all =
                artifacts.stream().flatMap(artifact -> artifact.rows().stream()).toList();
        Map<Digest, ArtifactRow> made = new HashMap<>();
        all.stream().filter(row -> row.place() == Place.LAYOUT).forEach(row -> made.put(row.digest(), row));
        return all.stream()
                .filter(row -> row.place() == shown)
                .map(row -> row.like(made.getOrDefault(row.digest(), row)))
                .toList();
    }

    /** The same with a failure after the last stage. One that it has is kept. */
    public ReleaseReport failed(ReleaseException later) {
        return failure.isPresent()
                ? this
                : new ReleaseReport(
                        version, publishes, artifacts, floatingTags, stoppedIn, unfinished, Optional.of(later));
    }

    public boolean succeeded() {
        return failure.isEmpty();
    }
}
