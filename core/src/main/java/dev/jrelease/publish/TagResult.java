package dev.jrelease.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ArtifactRow.Place;
import dev.jrelease.artifact.TagState;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a tag.
 *
 * @param digest that it holds now; empty if it is not there, or if that is not known
 * @param remark what else is to be said of it; empty if there is nothing
 * @param before what a floating tag held that was moved
 */
public record TagResult(Tag tag, Optional<Digest> digest, How how, String remark, Optional<Digest> before)
        implements Artifact {
    TagResult(Tag tag, Digest digest, How how, String remark) {
        this(tag, Optional.of(digest), how, remark, Optional.empty());
    }

    /** A tag that was left as it was, because the transaction stopped before. */
    public static TagResult notMoved(Tag tag) {
        return new TagResult(tag, Optional.empty(), How.NOT_MOVED, "", Optional.empty());
    }

    /** How a tag came to hold what it holds. */
    public enum How {
        PUSHED("pushed", TagState.PUBLISHED),
        UNCHANGED("was there", TagState.PUBLISHED),
        ADOPTED("adopted: the same revision was there", TagState.PUBLISHED),
        REPLACED("replaced", TagState.PUBLISHED),
        MOVED("moved", TagState.PUBLISHED),
        KEPT("kept", TagState.KEPT),
        TAKEN_BACK("taken back", TagState.TAKEN_BACK),
        /** It was to be moved, which failed. */
        NOT_MOVED("not moved", TagState.NOT_MOVED),
        FAILED("not known", TagState.UNKNOWN);

        private final String words;
        private final TagState state;

        How(String words, TagState state) {
            this.words = words;
            this.state = state;
        }

        TagState state() {
            return state;
        }

        public String words() {
            return words;
        }

        /** Whether the tag holds what was published. */
        public boolean isPublished() {
            return state == TagState.PUBLISHED;
        }
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object()
                .put("type", "tag")
                .put("name", tag.text())
                .put("floating", tag.floating())
                .put("how", how.name().toLowerCase(Locale.ROOT));
        digest.ifPresent(held -> node.put("digest", held.toString()));
        before.ifPresent(other -> node.put("before", other.toString()));
        if (!remark.isEmpty()) {
            node.put("remark", remark);
        }
        return node;
    }

    @Override
    public List<ArtifactRow> rows() {
        return digest
                .map(held -> new ArtifactRow(tag.text(), Place.REGISTRY, held, List.of(), List.of(), words(), before))
                .stream()
                .toList();
    }

    @Override
    public Map<String, TagState> tagStates() {
        return Map.of(tag.text(), how.state());
    }

    /** {@code moved from sha256:… to sha256:…}. */
    public String story() {
        String now = digest.map(Digest::toString).orElse("");
        if (before.isPresent()) {
            return "moved from " + before.get() + " to " + now + (remark.isEmpty() ? "" : ": " + remark);
        }
        return how.isPublished() ? words() + " " + now : words();
    }

    /** {@code kept: holds 1.4.0, which is newer}. */
    public String words() {
        return remark.isEmpty() ? how.words() : how.words() + ": " + remark;
    }
}
