package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.Work.Part;
import java.util.List;
import java.util.Optional;

/** Writes the immutable tags. One that changed since it was looked up is not touched. */
record ImmutableTags(Work work) {
    void run() throws InterruptedException {
        work.inLanes(Lanes.of(work.sites()).stream()
                .map(lane -> lane.stream()
                        .map(site -> new Part(site, () -> write(site)))
                        .toList())
                .toList());
    }

    private void write(Site site) {
        List<Wanted> tags = site.destination().immutable();
        for (Wanted wanted : tags) {
            write(site, wanted);
        }
    }

    private void write(Site site, Wanted wanted) {
        Optional<Descriptor> there = site.repository().resolve(wanted.tag().name());
        if (LookUp.holds(there, wanted)) {
            LookUp.there(work, wanted);
            return;
        }
        if (there.isPresent() && !work.options().overwrite()) {
            throw LookUp.refused(wanted, there.get().digest());
        }
        work.ledger().note(State.WRITING, wanted);
        site.repository().writeTag(wanted.tag().name(), wanted.content());
        work.done(wanted, State.WRITTEN, there.isPresent() ? How.REPLACED : How.PUSHED);
    }
}
