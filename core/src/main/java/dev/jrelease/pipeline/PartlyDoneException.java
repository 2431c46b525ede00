package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import java.util.List;

/** A task failed after it had done something that the report must name. */
public final class PartlyDoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Artifact> artifacts;
    private final RuntimeException failure;

    /** @param artifacts what was done before */
    public PartlyDoneException(List<Artifact> artifacts, RuntimeException failure) {
        super(failure);
        this.artifacts = List.copyOf(artifacts);
        this.failure = failure;
    }

    List<Artifact> artifacts() {
        return artifacts;
    }

    RuntimeException failure() {
        return failure;
    }
}
