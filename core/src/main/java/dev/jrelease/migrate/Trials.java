package dev.jrelease.migrate;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.failure.Problems;
import java.util.List;
import java.util.function.Supplier;

/** Plans files before they are written. */
final class Trials {
    private final TrialPlanner rehearsal;
    private final Migration.Request request;

    Trials(TrialPlanner rehearsal, Migration.Request request) {
        this.rehearsal = rehearsal;
        this.request = request;
    }

    List<PlanComparison> plans(ConfigFile file, Problems problems) {
        return rehearsal.of(file, problems).stream().map(PlanComparison::of).toList();
    }

    /** @param before what stays if nothing can be made of it */
    Trial of(Supplier<EditedFile> change, EditedFile before) {
        Problems problems = new Problems();
        try {
            EditedFile sheet = change.get();
            ConfigFile file = new ConfigFile(request.name(), sheet.text(), request.folder());
            return new Trial(sheet, plans(file, problems), problems);
        } catch (UnusualLayoutException unusual) {
            problems.error(before.location(0), "its lines cannot be taken apart");
            return new Trial(before, List.of(), problems);
        }
    }
}
