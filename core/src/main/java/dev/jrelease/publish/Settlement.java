package dev.jrelease.publish;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.ForwardRule.Decision;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.TransactionListener.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks floating tags again until they are stable. Another release that read them before this one wrote them may write
 * afterwards: an older version is overwritten, a newer one is kept.
 *
 * @param longestWrite how long this release took from looking at a tag to having written it
 */
record Settlement(Work work, ForwardRule rule, Duration longestWrite) {
    private static final int MOST_ROUNDS = 20;

    void settle(List<FloatingMove> moved) {
        List<FloatingMove> unstable = new ArrayList<>(moved);
        try {
            for (int round = 0; round < MOST_ROUNDS && !unstable.isEmpty(); round++) {
                work.waitTimes().watch(longestWrite);
                unstable.removeIf(move -> move.isAsWanted(move.resolve()) || !isWrittenAgain(move));
            }
            unstable.forEach(move -> remark(move, "something else keeps writing to it"));
        } catch (ReleaseException failure) {
            // All have moved and were seen; only whether they stay is not known.
            unstable.forEach(move -> remark(move, "not looked at again: " + failure.reason()));
            if (failure.kind() != FailureKind.INTERRUPTED && failure.kind() != FailureKind.REGISTRY) {
                throw failure;
            }
        }
    }

    private void remark(FloatingMove move, String text) {
        work.report(new Event.Remark(move.wanted().tag(), text));
    }

    /** Writes the tag again, unless what another release has left is kept. True if the tag must be checked again. */
    private boolean isWrittenAgain(FloatingMove move) {
        Optional<Manifest> held = move.resolve()
                .map(Descriptor::digest)
                .map(digest -> move.site().repository().manifest(digest));
        if (held.isPresent() && stays(move, held.get())) {
            return false;
        }
        // The ledger has this digest for the tag already.
        try {
            move.site().repository().writeTag(move.name(), move.wanted().content(), () -> requireHeld(move, held));
        } catch (TagMovedException meanwhile) {
            return true;
        }
        remark(move, "written again: something else had written to it");
        return true;
    }

    private static void requireHeld(FloatingMove move, Optional<Manifest> held) {
        Optional<Digest> now = move.resolve().map(Descriptor::digest);
        if (!now.equals(held.map(Manifest::digest))
                && !now.equals(Optional.of(move.wanted().digest()))) {
            throw new TagMovedException();
        }
    }

    private boolean stays(FloatingMove move, Manifest held) {
        Tag tag = move.wanted().tag();
        if (tag.moves() == Moves.FREELY) {
            keep(move, held, "holds what something else wrote since");
            return true;
        }
        // Also where a downgrade is allowed: it is one from what the tag held before, not from what came since.
        ForwardRule strict = new ForwardRule(rule.version(), false);
        if (strict.decide(tag, () -> move.site().versions().of(held, tag)) instanceof Decision.Keep(String because)) {
            keep(move, held, because);
            return true;
        }
        return false;
    }

    private void keep(FloatingMove move, Manifest held, String because) {
        work.done(move.wanted(), State.KEPT, new TagResult(move.wanted().tag(), held.digest(), How.KEPT, because));
    }
}
