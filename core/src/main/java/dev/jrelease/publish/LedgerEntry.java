package dev.jrelease.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.json.Json;
import dev.jrelease.publish.Tag.Moves;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is about to happen to one tag, or did.
 *
 * @param tag {@code registry/repository:tag}, in its long form
 * @param wanted what it is to hold
 * @param known whether it is known what the tag held before
 * @param before what the tag held before; empty if it was not there
 */
public record LedgerEntry(
        String tag,
        Access access,
        boolean floating,
        Digest wanted,
        boolean known,
        Optional<Descriptor> before,
        State state) {
    /** How far it got. */
    public enum State {
        PLANNED,
        WRITING,
        WRITTEN,
        /** It held this before anything was written. */
        THERE,
        /** It was read back. */
        SEEN,
        /** It stays as it is: what it holds is newer. */
        KEPT,
        FAILED,
        TAKING_BACK,
        TAKEN_BACK,
        /** A person puts it back to what it held before the release. */
        PUTTING_BACK,
        PUT_BACK;

        /** Whether it is known what became of the tag, together with the others. */
        boolean isSettled() {
            return this == THERE || this == SEEN || this == TAKEN_BACK;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static State of(String text) {
            return Stream.of(values())
                    .filter(state -> state.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("an entry with the state '" + text + "'"));
        }
    }

    static LedgerEntry planned(Wanted wanted, Access access) {
        return new LedgerEntry(
                wanted.tag().reference().toString(),
                access,
                wanted.tag().floating(),
                wanted.digest(),
                false,
                Optional.empty(),
                State.PLANNED);
    }

    LedgerEntry in(State other) {
        return new LedgerEntry(tag, access, floating, wanted, known, before, other);
    }

    LedgerEntry after(Optional<Descriptor> held) {
        return new LedgerEntry(tag, access, floating, wanted, true, held, state);
    }

    /** Whether it states what the tag held before it was to hold the same as in another entry. */
    boolean isKnownFor(LedgerEntry other) {
        return known
                && tag.equals(other.tag)
                && wanted.equals(other.wanted)
                && floating == other.floating
                && access == other.access;
    }

    /** Whether the run may have moved the tag away from what it held, and did not take it back. */
    boolean mayHaveMoved() {
        return moves() && state != State.PLANNED && state != State.KEPT && state != State.TAKEN_BACK;
    }

    /** Whether the run stopped after it had begun to move the tag. */
    boolean isUnsettled() {
        return switch (state) {
            case WRITING, WRITTEN, FAILED, TAKING_BACK -> moves();
            case PLANNED, THERE, SEEN, KEPT, TAKEN_BACK, PUTTING_BACK, PUT_BACK -> false;
        };
    }

    boolean wasTakenBack() {
        return switch (state) {
            case TAKING_BACK, TAKEN_BACK, PUTTING_BACK, PUT_BACK -> moves();
            case PLANNED, WRITING, WRITTEN, THERE, SEEN, KEPT, FAILED -> false;
        };
    }

    /** Whether the run wrote the tag, or was about to. */
    boolean wasBeingWritten() {
        return changes() && (state == State.WRITING || state == State.WRITTEN || state == State.SEEN);
    }

    private boolean moves() {
        return floating && changes();
    }

    private boolean changes() {
        return known && !isHeldBy(before);
    }

    /** Whether an entry of the same tag is this one, in whatever state. */
    boolean isOfSameRun(LedgerEntry other) {
        return other.in(state).equals(this);
    }

    boolean isIn(ImageReference repository) {
        return ImageReference.parse(tag).name().equals(repository.name());
    }

    /** The tag, without settings of a configuration. */
    Tag asTag() {
        return new Tag(tag, ImageReference.parse(tag), access, Moves.FORWARD, Optional.empty());
    }

    boolean isHeldBy(Optional<Descriptor> held) {
        return held.map(Descriptor::digest).equals(Optional.of(wanted));
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("tag", tag);
        node.put("floating", floating);
        node.put("insecure", access == Access.INSECURE);
        node.put("wanted", wanted.toString());
        if (known) {
            node.set("before", before.map(LedgerEntry::json).orElse(null));
        }
        node.put("state", state.text());
        return node;
    }

    private static ObjectNode json(Descriptor descriptor) {
        return Json.object()
                .put("mediaType", descriptor.mediaType())
                .put("digest", descriptor.digest().toString())
                .put("size", descriptor.size());
    }

    /** @throws IllegalArgumentException if it is no such entry */
    static LedgerEntry read(JsonNode node) {
        JsonNode before = node.path("before");
        return new LedgerEntry(
                ImageReference.parse(node.path("tag").asText()).toString(),
                node.path("insecure").asBoolean() ? Access.INSECURE : Access.STRICT,
                node.path("floating").asBoolean(),
                Digest.parse(node.path("wanted").asText())
                        .orElseThrow(() -> new IllegalArgumentException("an entry without a digest")),
                node.has("before"),
                before.isMissingNode() || before.isNull() ? Optional.empty() : Optional.of(Descriptor.read(before)),
                State.of(node.path("state").asText()));
    }
}
