package dev.jrelease.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.json.Json;
import java.util.Optional;

/**
 * A tag that is published.
 *
 * @param text {@code registry/repository:tag} as it was asked for
 * @param reference equal for tags that are the same, however they are spelled
 * @param access to its registry
 * @param location the line that asks for it
 */
public record Tag(String text, ImageReference reference, Access access, Moves moves, Optional<Location> location)
        implements Artifact {
    /** Whether a tag that holds something may be made to hold something else. */
    public enum Moves {
        /** It is immutable. */
        NEVER,
        /** It is floating, and moves to higher versions. */
        FORWARD,
        /** It is floating, and moves whatever it holds. */
        FREELY
    }

    public boolean floating() {
        return moves != Moves.NEVER;
    }

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("type", "planned tag")
                .put("name", text)
                .put("floating", floating())
                .put("insecure", access == Access.INSECURE);
    }

    /** The tag alone, as the registry's API takes it. */
    public String name() {
        return reference.manifestKey();
    }

    /** The refusal to write it where it holds other content already. */
    public ReleaseException refused(Digest there, Digest ours) {
        return couldNot("write the tag " + text)
                .because("it holds other content already: " + there + ", this release has " + ours)
                .hint("release under a new version, or replace it with --overwrite")
                .build();
    }

    /** A failure of the registry, at the line that asks for the tag. */
    ReleaseException.Builder couldNot(String attempt) {
        ReleaseException.Builder builder = ReleaseException.couldNot(FailureKind.REGISTRY, attempt);
        location.ifPresent(builder::at);
        return builder;
    }
}
