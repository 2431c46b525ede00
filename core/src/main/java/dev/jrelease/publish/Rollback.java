package dev.jrelease.publish;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Refusals;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.Outcome.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Puts floating tags back to what they held before the last release that a ledger knows, and before those that did not
 * finish. If something else has moved one of these tags since, no tag is changed.
 */
public final class Rollback {
    private static final String BACK = "is as it was before";

    private final Ledger ledger;
    private final Function<LedgerEntry, ImageRepository> repositories;
    private final Predicate<LedgerEntry> isMirror;

    /**
     *
     * @param repositories opens the repository that a tag is in
     * @param isMirror whether a release does not need the repository that a tag is in
     */
    public Rollback(
            Ledger ledger, Function<LedgerEntry, ImageRepository> repositories, Predicate<LedgerEntry> isMirror) {
        this.ledger = ledger;
        this.repositories = repositories;
        this.isMirror = isMirror;
    }

    /** The result for one tag. */
    public record Result(String tag, String words) {}

    /**
     * What became of all.
     *
     * @param results of the tags that are as they were
     * @param leftOut tags in mirrors that could not be put back
     * @param failure of the others
     */
    public record Outcome(List<Result> results, List<LeftOut> leftOut, Optional<ReleaseException> failure) {
        public Outcome {
            results = List.copyOf(results);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * One tag that goes back.
     *
     * @param entries that say so, the one that decides last
     * @param earlier whether an earlier release left it that did not finish, and not the last one
     */
    private record Moved(List<LedgerEntry> entries, boolean earlier) {
        LedgerEntry entry() {
            return entries.getLast();
        }

        String tag() {
            return entry().tag();
        }
    }

    /** The current state of a tag. */
    private record Seen(Moved moved, FormerTag former, boolean isBack, boolean isOfOthers) {}

    /**
     * Everything is read before the first tag is written. A tag that cannot be put back does not keep the others from it.
     *
     * @throws ReleaseException of kind REGISTRY if a tag holds what neither the release nor the time before had
     */
    public Outcome run() {
        return run(this::putBack);
    }

    /** The results that {@link #run} would have. Nothing is written. */
    public Outcome dryRun() {
        return run(seen -> new Result(seen.moved().tag(), plan(seen)));
    }

    private Outcome run(Function<Seen, Result> action) {
        List<LeftOut> leftOut = new ArrayList<>();
        List<ReleaseException> refusals = new ArrayList<>();
        List<Seen> seen = each(moved(), Function.identity(), this::look, leftOut, refusals);
        Refusals.throwAll(refusals);
        List<ReleaseException> failures = new ArrayList<>();
        List<Result> results = each(seen.reversed(), Seen::moved, action, leftOut, failures);
        return new Outcome(results, leftOut, Refusals.together(failures));
    }

    private List<Moved> moved() {
        List<LedgerEntry> last = ledger.lastRelease().stream()
                .flatMap(run -> run.entries().stream())
                .filter(LedgerEntry::mayHaveMoved)
                .toList();
        Stream<Moved> ofLast = last.stream().map(entry -> {
            List<LedgerEntry> entries = new ArrayList<>(ledger.unfinished(entry.tag()));
            entries.add(entry);
            return new Moved(entries, false);
        });
        Stream<Moved> earlier = ledger.unfinished().stream()
                .filter(entry -> last.stream().noneMatch(other -> other.tag().equals(entry.tag())))
                .map(entry -> new Moved(ledger.unfinished(entry.tag()), true));
        return Stream.concat(ofLast, earlier).toList();
    }

    private <T, R> List<R> each(
            List<T> all,
            Function<T, Moved> of,
            Function<T, R> action,
            List<LeftOut> leftOut,
            List<ReleaseException> failures) {
        List<R> done = new ArrayList<>();
        for (T one : all) {
            try {
                done.add(action.apply(one));
            } catch (ReleaseException failure) {
                Moved moved = of.apply(one);
                if (isMirror.test(moved.entry()) && failure.kind() == FailureKind.REGISTRY) {
                    leftOut.add(new LeftOut(moved.tag(), failure));
                } else {
                    failures.add(failure);
                }
            }
        }
        return done;
    }

    private Seen look(Moved moved) {
        LedgerEntry entry = moved.entry();
        FormerTag former = FormerTag.of(entry.asTag(), repositories.apply(entry), moved.entries());
        Optional<Digest> holds = former.holds();
        boolean isBack = holds.equals(former.held());
        boolean isOfOthers = !isBack && (holds.isEmpty() || former.isOfOthers(holds));
        if (isOfOthers && !moved.earlier()) {
            throw movedSince(entry, holds);
        }
        return new Seen(moved, isBack || isOfOthers ? former : former.readNow(), isBack, isOfOthers);
    }

    private static ReleaseException movedSince(LedgerEntry entry, Optional<Digest> held) {
        return ReleaseException.couldNot(FailureKind.REGISTRY, "put back " + entry.tag())
                .because("it was moved since: it holds "
                        + held.map(Digest::toString).orElse("nothing") + ", the release left " + entry.wanted())
                .hint("no tag was put back; to move this one anyway, write it with another tool")
                .build();
    }

    private Result putBack(Seen seen) {
        Moved moved = seen.moved();
        if (seen.isOfOthers()) {
            ledger.noteIn(State.KEPT, moved.entries());
            return new Result(moved.tag(), "stays: something else has moved it since");
        }
        if (!seen.isBack()) {
            ledger.noteIn(State.PUTTING_BACK, moved.entries());
            restoreUnlessMoved(seen.former());
        }
        ledger.noteIn(State.PUT_BACK, moved.entries());
        return new Result(moved.tag(), words(seen));
    }

    /** Other tags may have been waited for since this one was looked at. */
    private static void restoreUnlessMoved(FormerTag former) {
        try {
            former.requireOurs();
            restore(former);
        } catch (TagMovedException meanwhile) {
            throw ReleaseException.couldNot(
                            FailureKind.REGISTRY, "put back " + former.tag().text())
                    .because("something else has moved it meanwhile")
                    .hint("to move it anyway, write it with another tool")
                    .build();
        }
    }

    private static void restore(FormerTag former) {
        if (!former.restore()) {
            throw ReleaseException.couldNot(
                            FailureKind.REGISTRY, "remove " + former.tag().text())
                    .because("it was not there before, and the registry removes no tags")
                    .hint("remove it with the registry's own means")
                    .build();
        }
    }

    private static String plan(Seen seen) {
        if (seen.isOfOthers()) {
            return "would stay: something else has moved it since";
        }
        return seen.isBack()
                ? BACK
                : seen.former()
                        .held()
                        .map(before -> "would hold " + before + " again")
                        .orElse("would be removed: it was not there before");
    }

    private static String words(Seen seen) {
        if (seen.isBack()) {
            return BACK;
        }
        return seen.former()
                .held()
                .map(before -> "holds " + before + " again")
                .orElse("removed: it was not there before");
    }
}
