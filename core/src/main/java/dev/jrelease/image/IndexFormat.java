package dev.jrelease.image;

import java.util.List;

/** Which kind of document names the images for several platforms. */
public enum IndexFormat {
    /** A Docker manifest list if all children are of Docker's types, else an OCI index. */
    AUTO,
    /** An OCI index, whatever the types of its children are. */
    OCI,
    /** A Docker manifest list, all of whose children are of Docker's types. */
    DOCKER;

    /** Whether an index of these children becomes a Docker manifest list. */
    boolean isDockerFor(List<Descriptor> children, boolean annotated) {
        return switch (this) {
            case OCI -> false;
            case DOCKER -> true;
            case AUTO ->
                !annotated
                        && !children.isEmpty()
                        && children.stream().allMatch(child -> child.mediaType().equals(MediaTypes.DOCKER_MANIFEST));
        };
    }
}
