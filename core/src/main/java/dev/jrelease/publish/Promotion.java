package dev.jrelease.publish;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.FloatingMove.Progress;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.TransactionListener.Event;
import dev.jrelease.publish.TransactionListener.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves the floating tags of some repositories together: when it ends, all of them have moved or none. */
final class Promotion {
    private final Work work;
    private final ForwardRule rule;
    private final List<Site> sites;
    private final List<FloatingMove> moves;
    private volatile Duration longestWrite = Duration.ZERO;

    Promotion(Work work, List<Site> sites) {
        this.work = work;
        this.rule = new ForwardRule(work.publication().version(), work.options().allowDowngrade());
        this.sites = sites;
        this.moves = sites.stream()
                .flatMap(site -> site.destination().floating().stream()
                        .map(wanted -> new FloatingMove(
                                site,
                                wanted,
                                work.ledger()
                                        .unfinished(wanted.tag().reference().toString()))))
                .toList();
    }

    void run(TakeBack takeBack) throws InterruptedException {
        if (moves.isEmpty()) {
            return;
        }
        observeAll();
        List<FloatingMove> moved;
        try {
            moveAll();
            moved = moves.stream()
                    .filter(move -> move.progress() == Progress.WRITTEN)
                    .toList();
            work.ledger()
                    .note(State.SEEN, moved.stream().map(FloatingMove::wanted).toList());
        } catch (RuntimeException | InterruptedException failure) {
            takeBack.run(moves);
            throw failure;
        }
        finish(moved);
    }

    /** Everything is read before the first tag moves: what cannot be read could not be put back. */
    private void observeAll() throws InterruptedException {
        Parallel.forEach(work.options().parallelism(), moves, this::observe);
        Map<Wanted, Optional<Descriptor>> before = new LinkedHashMap<>();
        moves.forEach(move -> before.put(move.wanted(), move.before()));
        work.ledger().before(before);
    }

    private void observe(FloatingMove move) {
        Optional<Descriptor> held = move.resolve();
        if (move.isAsWanted(held)) {
            move.observe(held, Optional.of(move.wanted().content()));
            // A tag that a killed run had moved is moved and taken back together with the others.
            boolean goesOn = move.goesOn();
            Optional<LedgerEntry> takenBack = work.ledger().takenBack(move.wanted());
            if (takenBack.isPresent()) {
                // It was written since: a registry that lags shows what it held before that.
                move.goBackTo(takenBack.get().before());
            } else if (goesOn) {
                move.reach(Progress.WRITTEN);
            } else {
                stay(move);
            }
            return;
        }
        Optional<Manifest> former =
                held.map(descriptor -> move.site().repository().manifest(descriptor.digest()));
        move.observe(held, former);
        boolean _ = move.goesOn();
        decide(move, former);
    }

    private void stay(FloatingMove move) {
        move.reach(Progress.STAYS);
        Optional<LedgerEntry> movedBy = work.unfinished().finished(move.wanted());
        if (movedBy.isPresent()) {
            work.done(move.wanted(), State.SEEN, move.moved(movedBy.get().before()));
        } else {
            work.done(move.wanted(), State.THERE, move.wanted().unchanged());
        }
    }

    private void decide(FloatingMove move, Optional<Manifest> held) {
        if (held.isEmpty()) {
            return;
        }
        Tag tag = move.wanted().tag();
        switch (rule.decide(tag, () -> move.site().versions().of(held.get(), tag))) {
            case ForwardRule.Decision.Move(String remark) -> move.remark(remark);
            case ForwardRule.Decision.Keep(String because) -> keep(move, held.get(), because);
        }
    }

    private void keep(FloatingMove move, Manifest held, String because) {
        move.reach(Progress.STAYS);
        work.done(move.wanted(), State.KEPT, new TagResult(move.wanted().tag(), held.digest(), How.KEPT, because));
    }

    private void moveAll() throws InterruptedException {
        Parallel.forEach(work.options().parallelism(), Lanes.of(sites), lane -> lane.forEach(this::move));
    }

    /** Moves existing tags before it creates new ones: a registry with immutable tags then refuses before anything is written. */
    private void move(Site site) {
        Map<Manifest, List<FloatingMove>> together = new LinkedHashMap<>();
        moves.stream()
                .filter(move -> move.site() == site && move.moves())
                .sorted(Comparator.comparing(move -> move.before().isEmpty()))
                .forEach(move -> together.computeIfAbsent(move.wanted().content(), _ -> new ArrayList<>())
                        .add(move));
        together.values().forEach(this::moveSame);
    }

    /** All of these are to name the same. */
    private void moveSame(List<FloatingMove> same) {
        List<FloatingMove> left = new ArrayList<>(same);
        if (left.size() > 1) {
            left.removeAll(inOneRequest(left));
        }
        left.forEach(move -> timed(() -> lookAndWrite(move)));
        same.stream().filter(move -> move.progress() == Progress.WRITTEN).forEach(this::confirm);
    }

    /** Until it is written, or stays as it is. */
    private void lookAndWrite(FloatingMove move) {
        lookAgain(move);
        while (move.moves()) {
            try {
                write(move);
            } catch (TagMovedException meanwhile) {
                move.reach(Progress.OBSERVED);
                lookAgain(move);
            }
        }
    }

    private void timed(Runnable lookingAndWriting) {
        if (Thread.currentThread().isInterrupted()) {
            throw ReleaseException.interrupted("move the floating tags").build();
        }
        long begun = System.nanoTime();
        lookingAndWriting.run();
        noteTime(Duration.ofNanos(System.nanoTime() - begun));
    }

    private synchronized void noteTime(Duration taken) {
        longestWrite = longestWrite.compareTo(taken) < 0 ? taken : longestWrite;
    }

    /** Decides again about a tag that has changed since it was observed. */
    private void lookAgain(FloatingMove move) {
        if (!move.isStillAsObserved(move.resolve())) {
            observe(move);
            work.ledger().before(Map.of(move.wanted(), move.before()));
        }
    }

    private List<FloatingMove> inOneRequest(List<FloatingMove> all) {
        List<FloatingMove> moved = new ArrayList<>();
        timed(() -> {
            all.forEach(this::lookAgain);
            List<FloatingMove> same = all.stream().filter(FloatingMove::moves).toList();
            work.ledger()
                    .note(State.WRITING, same.stream().map(FloatingMove::wanted).toList());
            same.forEach(move -> move.reach(Progress.TRIED));
            List<String> written = writtenTogether(same, all.getFirst());
            same.forEach(move -> move.reach(Progress.OBSERVED));
            same.stream().filter(move -> written.contains(move.name())).forEach(moved::add);
            List<Wanted> unwritten = same.stream()
                    .filter(move -> !moved.contains(move))
                    .map(FloatingMove::wanted)
                    .toList();
            work.ledger().note(State.PLANNED, unwritten);
        });
        moved.forEach(this::written);
        return moved;
    }

    /** None if one of them was moved while it waited: each is looked at again then. */
    private static List<String> writtenTogether(List<FloatingMove> same, FloatingMove any) {
        try {
            return any.site()
                    .repository()
                    .writeTags(
                            same.stream().map(FloatingMove::name).toList(),
                            any.wanted().content(),
                            () -> same.forEach(FloatingMove::requireUnmoved));
        } catch (TagMovedException meanwhile) {
            return List.of();
        } catch (ReleaseException failure) {
            same.forEach(move -> move.failed(failure));
            throw failure;
        }
    }

    private void write(FloatingMove move) {
        move.reach(Progress.TRIED);
        work.ledger().note(State.WRITING, move.wanted());
        try {
            move.site().repository().writeTag(move.name(), move.wanted().content(), move::requireUnmoved);
        } catch (ReleaseException failure) {
            move.failed(failure);
            throw move.wanted().tag().location().map(failure::at).orElse(failure);
        }
        written(move);
    }

    private void written(FloatingMove move) {
        move.reach(Progress.WRITTEN);
        work.ledger().note(State.WRITTEN, move.wanted());
    }

    /** Fails if the tag was not written. Whether another release overwrites it is checked later. */
    private void confirm(FloatingMove move) {
        boolean seen = work.waitTimes().isSeen(() -> {
            Optional<Descriptor> held = move.resolve();
            return move.isAsWanted(held) || (held.isPresent() && !move.isStillAsObserved(held));
        });
        if (!seen) {
            throw move.wanted()
                    .tag()
                    .couldNot("move " + move.wanted().tag().text())
                    .because("the registry took it, but does not show it")
                    .hint("something else may be writing to this tag")
                    .build();
        }
    }

    /** All have moved: from here on nothing is taken back. */
    private void finish(List<FloatingMove> moved) {
        moved.forEach(move -> work.result(move.moved()));
        work.report(new Event.Begun(Step.SETTLE));
        new Settlement(work, rule, longestWrite).settle(moved);
    }
}
