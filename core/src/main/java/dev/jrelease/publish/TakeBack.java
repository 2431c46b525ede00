package dev.jrelease.publish;

import dev.jrelease.concurrent.TimeLimit;
import dev.jrelease.concurrent.Uninterrupted;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
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
import java.util.function.Consumer;

/** Puts floating tags back to what they held, within a bound of time, also where the run was interrupted. */
final class TakeBack {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final Duration LAST_LOOK = Duration.ofSeconds(6);

    private final Work work;
    private final List<Outcome.Command> commands = new ArrayList<>();
    /** What there was no time for. */
    private final List<Written> late = new ArrayList<>();

    private boolean saidUnwritable;

    TakeBack(Work work) {
        this.work = work;
    }

    /**
     * A tag that was written, or may have been.
     *
     * @param answered whether the registry took the write
     * @param mayArriveLate whether the registry may still carry it out
     */
    private record Written(FormerTag former, boolean answered, boolean mayArriveLate) {}

    /** The commands that restore tags which could not be restored. */
    List<Outcome.Command> commands() {
        return List.copyOf(commands);
    }

    /** Takes back the tags that stopped runs have moved and this run has not decided about. */
    void runOfEarlier() {
        if (work.ledger().unfinished().isEmpty()) {
            return;
        }
        List<Site> sites = work.sites();
        List<List<Site>> together = new ArrayList<>();
        together.add(sites.stream().filter(Site::isRequired).toList());
        sites.stream().filter(site -> !site.isRequired()).map(List::of).forEach(together::add);
        withinBound(limit -> together.forEach(some -> takeBackOfEarlier(some, limit)));
    }

    /** Notes in the ledger that the run has failed. */
    void noteFailure() {
        try {
            work.ledger().fail();
        } catch (ReleaseException unwritable) {
            // The report has the same information.
        }
    }

    private void takeBackOfEarlier(List<Site> together, TimeLimit limit) {
        try {
            work.unfinished().look(together);
            takeBack(movedEarlier(together), limit);
        } catch (ReleaseException failure) {
            movedEarlier(together)
                    .forEach(tag -> work.result(new TagResult(
                            tag.former().tag(),
                            Optional.empty(),
                            How.FAILED,
                            "an earlier run may have moved it: " + failure.reason(),
                            Optional.empty())));
        }
    }

    private List<Written> movedEarlier(List<Site> together) {
        return together.stream()
                .flatMap(site -> work.unfinished().in(site).stream())
                .filter(former -> work.resultOf(former.tag())
                        .filter(result -> result.how() != How.KEPT)
                        .isEmpty())
                .map(former -> new Written(former, true, false))
                .toList();
    }

    /**
     * Takes back all tags that were written or may have been, the last one first. Tags whose write had no answer come
     * last: a registry that does not answer would use up the time for the others.
     */
    void run(List<FloatingMove> moves) {
        List<Written> written = moves.reversed().stream()
                .filter(FloatingMove::mayBeWritten)
                .map(move -> new Written(move.formerTag(), move.progress() == Progress.WRITTEN, move.mayArriveLate()))
                .sorted(Comparator.comparing(tag -> !tag.answered()))
                .toList();
        withinBound(limit -> takeBack(written, limit));
    }

    private void withinBound(Consumer<TimeLimit> action) {
        within(BOUND, action);
        within(LAST_LOOK, _ -> late.forEach(this::lookOnceMore));
        late.clear();
    }

    private static void within(Duration bound, Consumer<TimeLimit> action) {
        Uninterrupted.run(() -> {
            try (TimeLimit limit = TimeLimit.of(Optional.of(bound))) {
                action.accept(limit);
            }
            boolean _ = Thread.interrupted(); // by the limit, when nothing was left to do
        });
    }

    private void takeBack(List<Written> tags, TimeLimit limit) {
        if (!tags.isEmpty()) {
            work.report(new Event.Begun(Step.TAKE_BACK));
            tags.forEach(tag -> takeBack(tag, limit));
        }
    }

    private void takeBack(Written written, TimeLimit limit) {
        FormerTag former = written.former();
        try {
            boolean untouched = !written.answered() && former.isBack();
            Optional<Digest> held = putBack(former);
            if (written.mayArriveLate()) {
                leave(former, "a write that was not answered may still arrive");
            } else {
                done(former, held, untouched ? How.NOT_MOVED : How.TAKEN_BACK);
            }
        } catch (ReleaseException failure) {
            if (failure.kind() == FailureKind.INTERRUPTED && !limit.passed() && Thread.interrupted()) {
                takeBack(written, limit); // a second interruption
                return;
            }
            if (limit.passed()) {
                late.add(written);
            } else {
                leave(former, "not taken back: " + failure.reason());
            }
        }
    }

    /** A registry that refuses writes may still show that there was nothing to take back. */
    private void lookOnceMore(Written written) {
        FormerTag former = written.former();
        if (!written.answered() && !written.mayArriveLate() && isSeenBack(former)) {
            done(former, former.held(), How.NOT_MOVED);
        } else {
            leave(former, "not taken back: it took longer than " + BOUND.toSeconds() + " seconds");
        }
    }

    private static boolean isSeenBack(FormerTag former) {
        try {
            return former.isBack();
        } catch (ReleaseException unknown) {
            return false;
        }
    }

    /** Restores a tag, and returns what it holds now; empty if it is gone. */
    private Optional<Digest> putBack(FormerTag former) {
        Optional<Digest> holds = former.holds();
        if (former.isOfOthers(holds)) {
            return holds;
        }
        note(State.TAKING_BACK, former.tag());
        try {
            if (!former.restore() && holds.isPresent()) {
                throw ReleaseException.couldNot(
                                FailureKind.REGISTRY, "remove " + former.tag().text())
                        .because("the registry removes no tags")
                        .build();
            }
        } catch (TagMovedException meanwhile) {
            return former.holds();
        } catch (ReleaseException failure) {
            // A tag that was never written needs no restoring; a registry that lags may only not show that it was.
            if (!former.isBack()) {
                throw failure;
            }
        }
        return former.held();
    }

    private void done(FormerTag former, Optional<Digest> held, How how) {
        if (former.isOfOthers(held)) {
            result(
                    former.tag(),
                    State.TAKEN_BACK,
                    held,
                    How.KEPT,
                    "holds " + held.get() + ", which something else wrote");
            return;
        }
        String remark = held.map(digest -> "holds " + digest + (how == How.TAKEN_BACK ? " again" : ""))
                .orElse("is not there, as before");
        result(former.tag(), State.TAKEN_BACK, held, how, remark);
    }

    private void leave(FormerTag former, String why) {
        String repository = former.tag().reference().name();
        commands.add(new Outcome.Command(former.held()
                .map(before -> "crane tag " + repository + "@" + before + " "
                        + former.tag().name())
                .orElse("crane delete " + former.tag().reference())));
        result(former.tag(), State.FAILED, Optional.empty(), How.FAILED, why);
    }

    /** A disk that is full may not keep tags from being put back. */
    private void note(State state, Tag tag) {
        try {
            work.ledger().note(state, tag.reference().toString());
        } catch (ReleaseException unwritable) {
            if (!saidUnwritable) {
                saidUnwritable = true;
                work.report(new Event.Remark(tag, unwritable.reason()));
            }
        }
    }

    private void result(Tag tag, State state, Optional<Digest> held, How how, String remark) {
        note(state, tag);
        work.result(new TagResult(tag, held, how, remark, Optional.empty()));
    }
}
