package dev.jrelease.publish;

import dev.jrelease.concurrent.TimeLimit;
import dev.jrelease.concurrent.Uninterrupted;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.publish.FloatingMove.Progress;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.TransactionListener.Event;
import dev.jrelease.publish.TransactionListener.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts floating tags back to what they held, within a bound of time, also where the run was interrupted. */
final class TakeBack {
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static final Comparator<FloatingMove> WRITTEN_FIRST =
            Comparator.comparing(FloatingMove::progress, Comparator.reverseOrder());

    private final Work work;
    private final List<Outcome.Command> commands = new ArrayList<>();

    TakeBack(Work work) {
        this.work = work;
    }

    /** What puts back the tags that could not be put back. */
    List<Outcome.Command> commands() {
        return List.copyOf(commands);
    }

    /** The same of tags that an earlier run had moved when it was killed, and that this one did not come to. */
    void runOfEarlier() {
        run(work.sites().stream().flatMap(this::movedEarlier).toList());
    }

    private Stream<FloatingMove> movedEarlier(Site site) {
        return site.destination().floating().stream()
                .filter(wanted -> !work.isDone(wanted))
                .flatMap(wanted -> work.ledger().movedBefore(wanted).stream().map(entry -> {
                    FloatingMove move = new FloatingMove(site, wanted);
                    move.beganAt(entry.before());
                    return move;
                }));
    }

    /**
     * Goes through all that were written or may have been, the last one first. Those whose write had no answer come after
     * the others: a registry that does not answer takes all the time there is.
     */
    void run(List<FloatingMove> moves) {
        List<FloatingMove> tried = moves.reversed().stream()
                .filter(FloatingMove::mayBeWritten)
                .sorted(WRITTEN_FIRST)
                .toList();
        if (tried.isEmpty()) {
            return;
        }
        Uninterrupted.run(() -> {
            work.report(new Event.Begun(Step.TAKE_BACK));
            try (TimeLimit limit = TimeLimit.of(Optional.of(BOUND))) {
                tried.forEach(move -> takeBack(move, limit));
            }
            boolean _ = Thread.interrupted(); // by the limit, when nothing was left to do
        });
    }

    private void takeBack(FloatingMove move, TimeLimit limit) {
        try {
            boolean untouched = move.progress() == Progress.TRIED && move.isAsBefore(move.resolve());
            done(move, putBack(move), untouched ? How.NOT_MOVED : How.TAKEN_BACK);
        } catch (ReleaseException failure) {
            if (failure.kind() == FailureKind.INTERRUPTED && !limit.passed() && Thread.interrupted()) {
                takeBack(move, limit); // asked to stop a second time, while it stops
                return;
            }
            leave(move, limit.passed() ? "it took longer than " + BOUND.toSeconds() + " seconds" : failure.reason());
        }
    }

    /** What the tag holds now; empty if it is gone. */
    private Optional<Digest> putBack(FloatingMove move) {
        Optional<Descriptor> held = move.resolve();
        if (held.isPresent() && !move.isAsWanted(held) && !move.isAsBefore(held)) {
            return held.map(Descriptor::digest); // somebody else wrote it since
        }
        note(State.TAKING_BACK, move);
        try {
            return restore(move, held);
        } catch (ReleaseException failure) {
            // A tag that was never written needs no restoring; a registry that lags may only not show that it was.
            if (move.isAsBefore(move.resolve())) {
                return move.before().map(Descriptor::digest);
            }
            throw failure;
        }
    }

    private static Optional<Digest> restore(FloatingMove move, Optional<Descriptor> held) {
        if (move.before().isPresent()) {
            move.site().repository().writeTag(move.name(), move.former());
        } else if (!move.site().repository().deleteTag(move.name()) && held.isPresent()) {
            throw ReleaseException.couldNot(
                            FailureKind.REGISTRY,
                            "remove " + move.wanted().tag().text())
                    .because("the registry removes no tags")
                    .build();
        }
        return move.before().map(Descriptor::digest);
    }

    private void done(FloatingMove move, Optional<Digest> held, How how) {
        String remark = held.map(digest -> "holds " + digest + (how == How.TAKEN_BACK ? " again" : ""))
                .orElse("is not there, as before");
        result(move, State.TAKEN_BACK, held, how, remark);
    }

    private void leave(FloatingMove move, String why) {
        String tag = move.wanted().tag().reference().toString();
        String repository = move.wanted().tag().reference().name();
        commands.add(new Outcome.Command(move.before()
                .map(before -> "crane tag " + repository + "@" + before.digest() + " " + move.name())
                .orElse("crane delete " + tag)));
        result(move, State.FAILED, Optional.empty(), How.FAILED, "not taken back: " + why);
    }

    /** A disk that is full may not keep tags from being put back. */
    private void note(State state, FloatingMove move) {
        try {
            work.ledger().note(state, move.wanted());
        } catch (ReleaseException unwritable) {
            work.report(new Event.Remark(move.wanted().tag(), unwritable.reason()));
        }
    }

    private void result(FloatingMove move, State state, Optional<Digest> held, How how, String remark) {
        note(state, move);
        Wanted wanted = move.wanted();
        work.result(wanted, new TagResult(wanted.tag(), held, how, remark, Optional.empty()));
    }
}
