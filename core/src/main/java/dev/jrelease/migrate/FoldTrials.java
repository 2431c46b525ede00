package dev.jrelease.migrate;

import dev.jrelease.migrate.fold.FoldGroup;
import dev.jrelease.migrate.fold.Folding;
import java.util.ArrayList;
import java.util.List;

/** Folds as many groups of entries as can be folded without changing what is planned. */
final class FoldTrials {
    private final Folding folding;
    private final Trial before;
    private final Trials trials;

    FoldTrials(Folding folding, Trial before, Trials trials) {
        this.folding = folding;
        this.before = before;
        this.trials = trials;
    }

    Trial best() {
        List<FoldGroup> groups = folding.groups();
        Trial all = folded(groups);
        if (all.difference(before.plans()).isEmpty()) {
            folding.tell(groups, all.file());
            return all;
        }
        List<FoldGroup> good = oneByOne(groups);
        Trial some = folded(good);
        folding.tell(good, some.file());
        return some;
    }

    private List<FoldGroup> oneByOne(List<FoldGroup> groups) {
        List<FoldGroup> good = new ArrayList<>();
        for (FoldGroup group : groups) {
            good.add(group);
            folded(good).difference(before.plans()).ifPresent(why -> folding.note(good.removeLast(), why));
        }
        return good;
    }

    private Trial folded(List<FoldGroup> groups) {
        return groups.isEmpty() ? before : trials.of(() -> folding.folded(groups), before.file());
    }
}
