package dev.jrelease.migrate;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.failure.Problems;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.UnusualLayoutException;
import java.util.List;
import java.util.function.Supplier;

/** Plans files before they are written. */
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

    /** @param before what stays if nothing can be made of it */
    Trial of(Supplier<EditedFile> change, EditedFile before) {
        Problems problems = new Problems();
        try {
            EditedFile changed = change.get();
            ConfigFile file = new ConfigFile(request.name(), changed.text(), request.folder());
            return new Trial(changed, plans(file, problems), problems);
        } catch (UnusualLayoutException unusual) {
            problems.error(before.location(0), "its lines cannot be taken apart");
            return new Trial(before, List.of(), problems);
        }
    }
}
