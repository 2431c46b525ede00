package dev.jrelease.migrate;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Note;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.migrate.fold.FoldGroup;
import dev.jrelease.migrate.fold.Folding;
import dev.jrelease.migrate.renew.FileRenewal;
import dev.jrelease.migrate.renew.TopLevelKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a file of GoReleaser's into one of jrelease's. The text is changed, not written anew, and both files are
 * planned: if they do not plan the same, it fails.
 */
public final class Migration {
    private final TopLevelKeys top;
    private final TrialPlanner planner;

    /** @param sections that are followed, of the project as a whole and of every stage */
    public Migration(List<Section<?>> sections, TrialPlanner planner) {
        this.top = TopLevelKeys.of(sections);
        this.planner = planner;
    }

    /**
     * What is asked for.
     *
     * @param name of the new file
     * @param folder that the new file will be in
     * @param fold whether entries of {@code dockers} that differ by their platforms become one
     */
    public record Request(ConfigFile source, String name, Optional<Path> folder, boolean fold) {}

    /**
     * Migrates a file.
     *
     * @throws dev.jrelease.failure.InvalidConfigurationException if it has errors, with all of them
     * @throws ReleaseException if there is no file that plans the same
     */
    public Migrated migrate(Request request) {
        ConfigFile source = request.source();
        Trials trials = new Trials(planner, request);
        Problems problems = new Problems();
        List<PlanComparison> plans = trials.plans(source, problems);
        problems.throwIfErrors();
        EditedFile file = EditedFile.of(source.name(), source.text())
                .orElseThrow(() -> failure(source, "it cannot be taken apart"));
        Trial renewed = renewed(file, problems, needed(request), plans, trials);
        renewed.difference(plans).ifPresent(difference -> {
            throw failure(source, difference);
        });
        List<Note> notes = new ArrayList<>(renewed.notes());
        return migrated(request.fold() ? folded(renewed, trials, notes) : renewed, notes);
    }

    private static ReleaseException failure(ConfigFile source, String why) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "migrate " + source.name())
                .because(why)
                .hint("use the file as it is, jrelease reads it; and please report this")
                .build();
    }

    /** {@code Cargo.toml} names a crate; a {@code project_name} would have priority. */
    private static Set<String> needed(Request request) {
        return request.folder()
                .filter(folder -> Files.exists(folder.resolve("Cargo.toml")))
                .map(_ -> Set.of("release"))
                .orElse(Set.of());
    }

    /** Leaves out as many of the sections that are only read as can be left out. */
    private Trial renewed(
            EditedFile file, Problems problems, Set<String> needed, List<PlanComparison> plans, Trials trials) {
        List<String> read =
                top.read().stream().filter(key -> !needed.contains(key)).toList();
        return Trials.most(
                read,
                plans,
                leftOut -> trials.of(file, notes -> {
                    Set<String> kept = new LinkedHashSet<>(read);
                    leftOut.forEach(kept::remove);
                    kept.addAll(needed);
                    return FileRenewal.of(file, top, kept, new Notes(file, problems, notes));
                }),
                (_, _) -> {});
    }

    /** Folds as many groups of entries as can be folded, and notes what became of each. */
    private Trial folded(Trial before, Trials trials, List<Note> notes) {
        Map<String, Component> keys = top.get("dockers")
                .flatMap(dockers -> dockers.shape().keys())
                .map(RecordShape::byKey)
                .orElse(Map.of());
        Folding folding = new Folding(before.file(), keys, new Notes(before.file(), new Problems(), notes));
        List<FoldGroup> groups = folding.groups();
        if (groups.isEmpty()) {
            return before;
        }
        Trial after = Trials.most(
                groups,
                before.plans(),
                some -> trials.of(before.file(), folded -> folding.folded(some, folded)),
                folding::note);
        notes.addAll(after.notes());
        return after;
    }

    private static Migrated migrated(Trial trial, List<Note> notes) {
        for (Problem problem : trial.problems().list()) {
            String hint = problem.hint().map(text -> " (" + text + ")").orElse("");
            notes.add(new Note(Kind.WARNING, problem.location(), problem.message() + hint));
        }
        return new Migrated(trial.file().text(), notes);
    }
}
