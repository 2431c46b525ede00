package dev.jrelease.publish;

import dev.jrelease.failure.Refusals;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.publish.Work.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up the immutable tags before anything is written. All tags with other content are refused together. */
final class LookUp {
    private final Work work;
    private final List<ReleaseException> refusals = Collections.synchronizedList(new ArrayList<>());
    private final Map<Wanted, Optional<Descriptor>> before = Collections.synchronizedMap(new LinkedHashMap<>());

    LookUp(Work work) {
        this.work = work;
    }

    void run() throws InterruptedException {
        work.sideBySide(work.sites().stream()
                .flatMap(site ->
                        site.destination().immutable().stream().map(wanted -> new Part(site, () -> look(site, wanted))))
                .toList());
        Refusals.throwAll(refusals);
        work.ledger().before(before);
        if (before.entrySet().stream().allMatch(tag -> tag.getKey().isHeldBy(tag.getValue()))) {
            work.settle(before.keySet());
            takeForSeen();
        }
    }

    /** Unless tags are to be overwritten: then the registry is to hold all that they name when the release ends. */
    private void takeForSeen() {
        if (!work.options().overwrite()) {
            work.sites().stream().filter(LookUp::hasNothingToMove).forEach(LookUp::note);
        }
    }

    /** Whether no floating tag of a repository moves. Otherwise all content is checked, because a run that stopped may have left a part of it. */
    private static boolean hasNothingToMove(Site site) {
        return site.destination().tags().stream()
                .filter(wanted -> wanted.tag().floating())
                .allMatch(wanted -> wanted.observed()
                        .filter(look -> wanted.isHeldBy(look.held()))
                        .isPresent());
    }

    private static void note(Site site) {
        site.destination().tags().forEach(wanted -> site.content().note(wanted.content()));
    }

    private void look(Site site, Wanted wanted) {
        Optional<Descriptor> there = wanted.observed()
                .map(ObservedTags.Observation::held)
                .orElseGet(() -> site.repository().resolve(wanted.tag().name()));
        before.put(wanted, there);
        if (wanted.isHeldBy(there) || there.isEmpty() || work.options().overwrite()) {
            return;
        }
        ReleaseException refusal = wanted.tag().refused(there.get().digest(), wanted.digest());
        if (!site.isRequired()) {
            throw refusal;
        }
        refusals.add(refusal);
    }
}
