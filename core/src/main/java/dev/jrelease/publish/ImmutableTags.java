package dev.jrelease.publish;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.image.Descriptor;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.Work.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the immutable tags. One that changed since it was looked up is not touched. */
record ImmutableTags(Work work) {
    void run() throws InterruptedException {
        Parallel.forEach(work.options().parallelism(), Lanes.of(work.sites()), this::write);
    }

    /** Writes the ledger once before and once after the tags of all these repositories, not for each tag. */
    private void write(List<Site> lane) throws InterruptedException {
        work.ledger()
                .note(
                        State.WRITING,
                        lane.stream()
                                .flatMap(site -> site.destination().immutable().stream())
                                .filter(work.ledger()::isFree)
                                .toList());
        Map<State, List<Wanted>> done = new EnumMap<>(State.class);
        try {
            for (Site site : lane) {
                work.attempt(new Part(site, () -> write(site, done)));
            }
        } catch (RuntimeException failure) {
            done.forEach(work.ledger()::note);
            throw failure;
        }
        done.forEach(work.ledger()::note);
    }

    private void write(Site site, Map<State, List<Wanted>> done) {
        site.destination()
                .immutable()
                .forEach(wanted -> done.computeIfAbsent(write(site, wanted), _ -> new ArrayList<>())
                        .add(wanted));
    }

    /** The state of a tag that holds what it should. If a killed run of this release wrote it, it is reported as written. */
    private State there(Wanted wanted) {
        Optional<LedgerEntry> written = work.ledger().writtenBefore(wanted);
        if (written.isPresent()) {
            work.result(wanted, written.get().before().isPresent() ? How.REPLACED : How.PUSHED);
            return State.WRITTEN;
        }
        work.result(wanted, wanted.unchanged());
        return State.THERE;
    }

    /** What a tag holds; it is refused if that is other content. */
    private Optional<Descriptor> look(Site site, Wanted wanted) {
        Optional<Descriptor> there = site.repository().resolve(wanted.tag().name());
        if (there.isPresent() && !wanted.isHeldBy(there) && !work.options().overwrite()) {
            throw wanted.tag().refused(there.get().digest(), wanted.digest());
        }
        return there;
    }

    private State write(Site site, Wanted wanted) {
        if (work.isSettled(wanted)) {
            return there(wanted);
        }
        Optional<Descriptor> there = look(site, wanted);
        if (wanted.isHeldBy(there)) {
            return there(wanted);
        }
        site.repository().writeTag(wanted.tag().name(), wanted.content(), () -> look(site, wanted));
        work.result(wanted, there.isPresent() ? How.REPLACED : How.PUSHED);
        return State.WRITTEN;
    }
}
