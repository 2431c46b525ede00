package dev.jrelease.migrate;

import dev.jrelease.failure.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Leaves out as many of the sections that are not run as can be left out without changing what is planned. */
final class CarryOverTrials {
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
    CarryOverTrials(EditedFile source, TopLevelKeys top, Problems problems, Trials trials) {
        this.source = source;
        this.top = top;
        this.problems = problems;
        this.trials = trials;
    }

    /** The file without what is not followed, and the report up to there. */
    record Carried(Trial trial, List<Note> notes) {
        private boolean isAs(List<PlanComparison> plans) {
            return trial.difference(plans).isEmpty();
        }
    }

    /** @param needed sections that stay whatever is planned */
    Carried best(List<PlanComparison> plans, Set<String> needed) {
        Carried least = with(needed);
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

    private Carried with(Set<String> kept) {
        List<Note> notes = new ArrayList<>();
        NoteCollector remarks = new NoteCollector(source, problems, notes);
        return new Carried(trials.of(() -> CarryOver.of(source, top, kept, remarks), source), notes);
    }
}
