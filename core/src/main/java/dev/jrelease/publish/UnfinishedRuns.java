package dev.jrelease.publish;

import dev.jrelease.publish.LedgerEntry.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs that were stopped may have moved. A run all of whose floating tags hold what it wanted has finished, on
 * another machine or in its last moment: nothing of it is taken back.
 */
final class UnfinishedRuns {
    private final Ledger ledger;
    private final Set<Site> checked = new HashSet<>();
    private final Map<String, LedgerEntry> finished = new LinkedHashMap<>();

    UnfinishedRuns(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Finds out which runs have finished in repositories whose tags move together. */
    void look(List<Site> together) {
        if (!checked.containsAll(together)) {
            for (LedgerRun run : ledger.unfinishedRuns()) {
                List<LedgerEntry> floating = run.entries().stream()
                        .filter(entry -> entry.floating() && entry.state() != State.KEPT)
                        .filter(entry -> together.stream().anyMatch(site -> site.has(entry)))
                        .toList();
                if (floating.stream().anyMatch(LedgerEntry::isUnsettled)
                        && floating.stream().allMatch(entry -> isHeld(entry, together))) {
                    floating.forEach(entry -> finished.put(entry.tag(), entry));
                    ledger.finish(floating);
                }
            }
            checked.addAll(together);
        }
    }

    private static boolean isHeld(LedgerEntry entry, List<Site> sites) {
        return sites.stream()
                .filter(site -> site.has(entry))
                .allMatch(site ->
                        entry.isHeldBy(site.repository().resolve(site.tag(entry).name())));
    }

    /** The entry of a run that has moved this tag and finished without noting that. */
    Optional<LedgerEntry> finished(Wanted wanted) {
        return Optional.ofNullable(finished.get(wanted.tag().reference().toString()))
                .filter(entry -> entry.wanted().equals(wanted.digest()) && entry.mayHaveMoved());
    }

    /** The tags that other runs moved in a repository. */
    List<FormerTag> in(Site site) {
        return ledger.unfinished().stream()
                .filter(site::has)
                .map(entry -> FormerTag.of(site.tag(entry), site.repository(), ledger.unfinished(entry.tag())))
                .toList();
    }
}
