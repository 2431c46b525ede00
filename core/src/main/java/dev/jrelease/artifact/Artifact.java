package dev.jrelease.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.ArtifactRow.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that a release produced. Each feature has its own types. */
public interface Artifact {

    /** The artifact as JSON: {@code type} says which kind, the other keys are of that kind, in snake case. */
    ObjectNode json();

    /** The states of tags by name; tags that its rows show at a registry belong to this release. */
    default Map<String, TagState> tagStates() {
        Map<String, TagState> states = new LinkedHashMap<>();
        rows().stream()
                .filter(row -> row.place() == Place.REGISTRY)
                .forEach(row -> states.put(row.name(), TagState.PUBLISHED));
        return states;
    }

    /** Its rows in the table of a report, one for each of its names; most kinds have none. */
    default List<ArtifactRow> rows() {
        return List.of();
    }

    /** Its entries in the list of results, without those of names at registries; most kinds have none. */
    default List<ListedArtifact> listed() {
        return List.of();
    }
}
