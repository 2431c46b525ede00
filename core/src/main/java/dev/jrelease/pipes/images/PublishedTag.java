package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ArtifactRow.Place;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import dev.jrelease.pipes.images.plan.ImageName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A tag that holds what this release says, seen at its registry.
 *
 * @param before what it held before, if that was something else
 */
public record PublishedTag(ImageName name, Digest digest, How how, Optional<Digest> before) implements Artifact {

    /** A tag that was not there, or that held the same. */
    public PublishedTag(ImageName name, Digest digest, How how) {
        this(name, digest, how, Optional.empty());
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object()
                .put("type", "tag")
                .put("name", name.text())
                .put("digest", digest.toString())
                .put("floating", name.floating())
                .put("how", how.name().toLowerCase(Locale.ROOT));
        before.ifPresent(other -> node.put("before", other.toString()));
        return node;
    }

    @Override
    public List<ArtifactRow> rows() {
        return List.of(new ArtifactRow(name.text(), Place.REGISTRY, digest, List.of(), how.words(), before));
    }

    /** How the tag came to hold it. */
    public enum How {
        PUSHED("pushed"),
        UNCHANGED("was there"),
        ADOPTED("adopted: the same revision was there"),
        REPLACED("replaced"),
        MOVED("moved");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
