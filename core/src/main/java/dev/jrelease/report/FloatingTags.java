package dev.jrelease.report;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ArtifactRow.Place;
import dev.jrelease.artifact.TagName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of the floating tags of a release, each by its name.
 *
 * @param moved those that name this release
 * @param notMoved those that were not written
 * @param unknown those that were being written when the release stopped: only the registry knows what they hold
 */
public record FloatingTags(List<String> moved, List<String> notMoved, List<String> unknown) {
    public FloatingTags {
        moved = List.copyOf(moved);
        notMoved = List.copyOf(notMoved);
        unknown = List.copyOf(unknown);
    }

    /**
     * Compares what was to be done with what was done.
     *
     * @param planned tags of the release
     * @param unfinished tags of tasks that began and did not finish
     */
    public static FloatingTags of(List<TagName> planned, List<Artifact> artifacts, Collection<TagName> unfinished) {
        Set<String> held = artifacts.stream()
                .flatMap(artifact -> artifact.rows().stream())
                .filter(row -> row.place() == Place.REGISTRY)
                .map(ArtifactRow::name)
                .collect(Collectors.toSet());
        List<TagName> floating =
                planned.stream().filter(TagName::floating).distinct().toList();
        return new FloatingTags(
                names(floating.stream().filter(tag -> held.contains(tag.text())).toList()),
                names(floating.stream()
                        .filter(tag -> !held.contains(tag.text()) && !unfinished.contains(tag))
                        .toList()),
                names(floating.stream()
                        .filter(tag -> !held.contains(tag.text()) && unfinished.contains(tag))
                        .toList()));
    }

    private static List<String> names(List<TagName> tags) {
        return tags.stream().map(TagName::text).toList();
    }
}
