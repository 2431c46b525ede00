package dev.jrelease.migrate;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.Section;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.migrate.Note.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a file of GoReleaser's into one of jrelease's. The text is changed, not written anew, and both files are
 * planned: if they do not plan the same, it fails.
 */
public final class Migration {
    private final KeyTable top;
    private final Rehearsal rehearsal;

    /** @param sections that are followed, of the project as a whole and of every stage */
    public Migration(List<Section<?>> sections, Rehearsal rehearsal) {
        this.top = KeyTable.of(sections);
        this.rehearsal = rehearsal;
    }

    /**
     * What is asked for.
     *
     * @param name of the new file
     * @param folder that the new file will be in
     * @param fold whether entries of {@code dockers} that differ by their platforms become one
     */
    public record Request(ConfigFile source, String name, Optional<Path> folder, boolean fold) {}

    /** The file to migrate, what it plans to, and what was said of it. */
    private record Before(Sheet sheet, List<PlanEssence> plans, Problems problems, Trials trials, Set<String> needed) {}

    /** The file without what is not followed, and the report up to there. */
    private record Carried(Trial trial, List<Note> notes, Remarks remarks) {}

    /**
     * Migrates a file.
     *
     * @throws dev.jrelease.failure.InvalidConfigurationException if it has errors, with all of them
     * @throws ReleaseException if there is no file that plans the same
     */
    public Migrated migrate(Request request) {
        ConfigFile source = request.source();
        Trials trials = new Trials(rehearsal, request);
        Problems problems = new Problems();
        List<PlanEssence> plans = trials.plans(source, problems);
        problems.throwIfErrors();
        Sheet sheet =
                Sheet.of(source.name(), source.text()).orElseThrow(() -> failure(source, "it cannot be taken apart"));
        Carried carried = carried(new Before(sheet, plans, problems, trials, needed(request)));
        carried.trial().difference(plans).ifPresent(difference -> {
            throw failure(source, difference);
        });
        return finished(carried, request.fold() ? folded(carried, trials) : carried.trial());
    }

    private static ReleaseException failure(ConfigFile source, String why) {
        return ReleaseException.could(FailureKind.CONFIGURATION, "migrate " + source.name())
                .because(why)
                .hint("use the file as it is, jrelease reads it; and please report this")
                .build();
    }

    /** What a crate is called {@code Cargo.toml} says, which {@code project_name} would not let it. */
    private static Set<String> needed(Request request) {
        return request.folder()
                .filter(folder -> Files.exists(folder.resolve("Cargo.toml")))
                .map(_ -> Set.of("release"))
                .orElse(Set.of());
    }

    /** Without all sections that are only read, if that makes no difference; else with those that make one. */
    private Carried carried(Before before) {
        Carried carried = carried(before, before.needed());
        Set<String> kept = new LinkedHashSet<>(top.read());
        if (isDifferent(before, carried) && !isDifferent(before, carried(before, kept))) {
            for (String key : top.read().stream()
                    .filter(key -> !before.needed().contains(key))
                    .toList()) {
                kept.remove(key);
                if (isDifferent(before, carried(before, kept))) {
                    kept.add(key);
                }
            }
            carried = carried(before, kept);
        }
        return carried;
    }

    private static boolean isDifferent(Before before, Carried carried) {
        return carried.trial().difference(before.plans()).isPresent();
    }

    private Carried carried(Before before, Set<String> kept) {
        List<Note> notes = new ArrayList<>();
        Remarks remarks = new Remarks(before.sheet(), before.problems(), notes);
        Trial trial = before.trials().of(() -> CarryOver.of(before.sheet(), top, kept, remarks), before.sheet());
        return new Carried(trial, notes, remarks);
    }

    /** The file with as many groups folded as can be without changing what is planned. */
    private Trial folded(Carried carried, Trials trials) {
        Trial before = carried.trial();
        Folding folding = new Folding(before.sheet(), top, carried.remarks().on(before.sheet()));
        List<FoldGroup> groups = folding.groups();
        Trial folded = folded(folding, groups, before, trials);
        if (folded.difference(before.plans()).isPresent()) {
            groups = oneByOne(folding, groups, before, trials);
            folded = folded(folding, groups, before, trials);
        }
        folding.tell(groups, folded.sheet());
        return folded;
    }

    private static List<FoldGroup> oneByOne(Folding folding, List<FoldGroup> groups, Trial before, Trials trials) {
        List<FoldGroup> good = new ArrayList<>();
        for (FoldGroup group : groups) {
            good.add(group);
            folded(folding, good, before, trials)
                    .difference(before.plans())
                    .ifPresent(why -> folding.note(good.removeLast(), why));
        }
        return good;
    }

    private static Trial folded(Folding folding, List<FoldGroup> groups, Trial before, Trials trials) {
        return groups.isEmpty() ? before : trials.of(() -> folding.folded(groups), before.sheet());
    }

    private static Migrated finished(Carried carried, Trial trial) {
        List<Note> notes = new ArrayList<>(carried.notes());
        for (Problem problem : trial.problems().list()) {
            String hint = problem.hint().map(text -> " (" + text + ")").orElse("");
            notes.add(new Note(Kind.WARNING, problem.location(), problem.message() + hint));
        }
        return new Migrated(trial.sheet().text(), notes);
    }
}
