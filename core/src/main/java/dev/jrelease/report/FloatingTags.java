package dev.jrelease.report;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.TagName;
import dev.jrelease.artifact.TagState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the floating tags of a release, each by its name.
 *
 * @param moved those that name this release
 * @param kept those that stay, because what they hold is newer
 * @param takenBack those that had moved, and hold what they held before
 * @param notMoved those that were not written
 * @param unknown those that were being written when the release stopped: only the registry knows what they hold
 */
public record FloatingTags(
        List<String> moved, List<String> kept, List<String> takenBack, List<String> notMoved, List<String> unknown) {
    public FloatingTags {
        moved = List.copyOf(moved);
        kept = List.copyOf(kept);
        takenBack = List.copyOf(takenBack);
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
        Map<String, TagState> known = new LinkedHashMap<>();
        artifacts.forEach(artifact -> known.putAll(artifact.tagStates()));
        Map<String, TagState> states = new LinkedHashMap<>();
        planned.stream()
                .filter(TagName::floating)
                .forEach(tag -> states.put(
                        tag.text(),
                        known.getOrDefault(
                                tag.text(), unfinished.contains(tag) ? TagState.UNKNOWN : TagState.NOT_MOVED)));
        return new FloatingTags(
                names(states, TagState.PUBLISHED),
                names(states, TagState.KEPT),
                names(states, TagState.TAKEN_BACK),
                names(states, TagState.NOT_MOVED),
                names(states, TagState.UNKNOWN));
    }

    private static List<String> names(Map<String, TagState> states, TagState state) {
        return states.entrySet().stream()
                .filter(tag -> tag.getValue() == state)
                .map(Map.Entry::getKey)
                .toList();
    }
}
