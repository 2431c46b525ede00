package dev.jrelease.migrate;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.Section;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.migrate.Note.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
    public record Request(ConfigFile source, String name, Optional<Path> folder, boolean fold) {
        private ConfigFile target(String text) {
            return new ConfigFile(name, text, folder);
        }
    }

    /** A file, and what it plans to. */
    private record Tried(Sheet sheet, List<PlanEssence> plans, Problems problems) {}

    /**
     * Migrates a file.
     *
     * @throws dev.jrelease.failure.InvalidConfigurationException if it has errors, with all of them
     * @throws ReleaseException if there is no file that plans the same
     */
    public Migrated migrate(Request request) {
        ConfigFile source = request.source();
        Problems problems = new Problems();
        List<PlanEssence> plans = plans(source, problems);
        problems.throwIfErrors();
        Sheet sheet =
                Sheet.of(source.name(), source.text()).orElseThrow(() -> failure(source, "it cannot be taken apart"));
        List<Note> notes = new ArrayList<>();
        Remarks remarks = new Remarks(sheet, problems, notes);
        Tried carried = tried(() -> CarryOver.of(sheet, top, remarks), sheet, request);
        refuseDifference(plans, carried, source);
        Tried folded = request.fold() ? folded(carried, request, remarks.on(carried.sheet())) : carried;
        for (Problem problem : folded.problems().list()) {
            String hint = problem.hint().map(text -> " (" + text + ")").orElse("");
            notes.add(new Note(Kind.WARNING, problem.location(), problem.message() + hint));
        }
        return new Migrated(folded.sheet().text(), notes);
    }

    private List<PlanEssence> plans(ConfigFile file, Problems problems) {
        return rehearsal.of(file, problems).stream().map(PlanEssence::of).toList();
    }

    /** @param before what stays if nothing can be made of it */
    private Tried tried(Supplier<Sheet> change, Sheet before, Request request) {
        Problems problems = new Problems();
        try {
            Sheet sheet = change.get();
            return new Tried(sheet, plans(request.target(sheet.text()), problems), problems);
        } catch (UnusualLayoutException unusual) {
            problems.error(before.location(0), "its lines cannot be taken apart");
            return new Tried(before, List.of(), problems);
        }
    }

    private static void refuseDifference(List<PlanEssence> plans, Tried carried, ConfigFile source) {
        difference(plans, carried).ifPresent(difference -> {
            throw failure(source, difference);
        });
    }

    /** Why a file is not as good as another. */
    private static Optional<String> difference(List<PlanEssence> plans, Tried tried) {
        Optional<String> error = tried.problems().list().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> "the new file would have an error, " + problem.message())
                .findFirst();
        return error.or(() -> IntStream.range(0, plans.size())
                .mapToObj(i -> plans.get(i).difference(tried.plans().get(i)))
                .flatMap(Optional::stream)
                .map(difference -> "the new file would do something else, " + difference)
                .findFirst());
    }

    private static ReleaseException failure(ConfigFile source, String why) {
        return ReleaseException.could(FailureKind.CONFIGURATION, "migrate " + source.name())
                .because(why)
                .hint("use the file as it is, jrelease reads it; and please report this")
                .build();
    }

    /** The file with as many groups folded as can be without changing what is planned. */
    private Tried folded(Tried carried, Request request, Remarks remarks) {
        Folding folding = new Folding(carried.sheet(), top, remarks);
        List<FoldGroup> groups = folding.groups();
        Tried folded = tried(folding, groups, carried, request);
        if (difference(carried.plans(), folded).isPresent()) {
            groups = oneByOne(folding, groups, carried, request);
            folded = tried(folding, groups, carried, request);
        }
        folding.tell(groups, folded.sheet());
        return folded;
    }

    private Tried tried(Folding folding, List<FoldGroup> groups, Tried carried, Request request) {
        return groups.isEmpty() ? carried : tried(() -> folding.folded(groups), carried.sheet(), request);
    }

    private List<FoldGroup> oneByOne(Folding folding, List<FoldGroup> groups, Tried carried, Request request) {
        List<FoldGroup> good = new ArrayList<>();
        for (FoldGroup group : groups) {
            good.add(group);
            difference(carried.plans(), tried(folding, good, carried, request))
                    .ifPresent(why -> folding.note(good.removeLast(), why));
        }
        return good;
    }
}
