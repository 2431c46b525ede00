package dev.jrelease.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Something that a release produced. Every feature has its own kinds; later stages ask for those they can use. */
public interface Artifact {

    /** What it is, for machines: {@code type} says which kind, the other keys are of that kind, in snake case. */
    ObjectNode json();

    /** Its rows in the table of a report, one for each of its names; most kinds have none. */
    default List<ArtifactRow> rows() {
        return List.of();
    }
}
