package dev.jrelease.migrate;

import dev.jrelease.failure.Problems;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Note;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.migrate.renew.FileRenewal;
import dev.jrelease.migrate.renew.TopLevelKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Leaves out as many of the sections that are not run as can be left out without changing what is planned. */
final class RenewalTrials {
    private final EditedFile source;
    private final TopLevelKeys top;
    private final Problems problems;
    private final Trials trials;

    /**
     * Tries with a file.
     *
     * @param top the keys that a file may have
     * @param problems what was said of the file
     */
    RenewalTrials(EditedFile source, TopLevelKeys top, Problems problems, Trials trials) {
        this.source = source;
        this.top = top;
        this.problems = problems;
        this.trials = trials;
    }

    /** The file without what is not followed, and the report up to there. */
    record Renewed(Trial trial, List<Note> notes) {
        private boolean isAs(List<PlanComparison> plans) {
            return trial.difference(plans).isEmpty();
        }
    }

    /** @param needed sections that stay whatever is planned */
    Renewed best(List<PlanComparison> plans, Set<String> needed) {
        Renewed least = with(needed);
        Set<String> kept = new LinkedHashSet<>(top.read());
        kept.addAll(needed);
        if (least.isAs(plans) || !with(kept).isAs(plans)) {
            return least;
        }
        for (String key : top.read()) {
            boolean goes = !needed.contains(key) && kept.remove(key);
            if (goes && !with(kept).isAs(plans)) {
                kept.add(key);
            }
        }
        return with(kept);
    }

    private Renewed with(Set<String> kept) {
        List<Note> lines = new ArrayList<>();
        Notes notes = new Notes(source, problems, lines);
        return new Renewed(trials.of(() -> FileRenewal.of(source, top, kept, notes), source), lines);
    }
}
