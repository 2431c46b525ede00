package dev.jrelease.migrate;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.failure.Problems;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Note;
import dev.jrelease.migrate.edit.UnusualLayoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Plans changed files before one is written, and finds the changes that leave the plans as they were. */
final class Trials {
    private final TrialPlanner planner;
    private final Migration.Request request;

    Trials(TrialPlanner planner, Migration.Request request) {
        this.planner = planner;
        this.request = request;
    }

    List<PlanComparison> plans(ConfigFile file, Problems problems) {
        return planner.of(file, problems).stream().map(PlanComparison::of).toList();
    }

    /**
     * Tries a change.
     *
     * @param before what stays if nothing can be made of it
     * @param change gives the changed file, and notes what it does
     */
    Trial of(EditedFile before, Function<List<Note>, EditedFile> change) {
        Problems problems = new Problems();
        List<Note> notes = new ArrayList<>();
        try {
            EditedFile changed = change.apply(notes);
            ConfigFile file = new ConfigFile(request.name(), changed.text(), request.folder());
            return new Trial(changed, notes, plans(file, problems), problems);
        } catch (UnusualLayoutException unusual) {
            problems.error(before.location(0), "its lines cannot be taken apart");
            return new Trial(before, notes, List.of(), problems);
        }
    }

    /**
     * Makes as many changes as leave the plans as they were: all of them, or else each that does with those before it.
     *
     * @param refused learns of a change that is not made, and why
     */
    static <C> Trial most(
            List<C> changes,
            List<PlanComparison> wanted,
            Function<List<C>, Trial> trial,
            BiConsumer<C, String> refused) {
        Trial all = trial.apply(changes);
        if (all.difference(wanted).isEmpty()) {
            return all;
        }
        List<C> good = new ArrayList<>();
        for (C change : changes) {
            good.add(change);
            trial.apply(List.copyOf(good)).difference(wanted).ifPresent(why -> {
                good.removeLast();
                refused.accept(change, why);
            });
        }
        return trial.apply(good);
    }
}
