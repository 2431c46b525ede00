package dev.jrelease.migrate;

import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Note;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file that could be written.
 *
 * @param notes what was changed in it
 * @param plans what it plans to
 * @param problems what is wrong with it
 */
record Trial(EditedFile file, List<Note> notes, List<PlanComparison> plans, Problems problems) {
    Trial {
        notes = List.copyOf(notes);
        plans = List.copyOf(plans);
    }

    /** Why it cannot be written instead of a file with these plans. */
    Optional<String> difference(List<PlanComparison> wanted) {
        Optional<String> error = problems.list().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> "the new file would have an error, " + problem.message())
                .findFirst();
        return error.or(() -> IntStream.range(0, wanted.size())
                .mapToObj(i -> wanted.get(i).difference(plans.get(i)))
                .flatMap(Optional::stream)
                .map(difference -> "the new file would do something else, " + difference)
                .findFirst());
    }
}
