package dev.jrelease.failure;

import dev.jrelease.failure.Problem.Severity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The errors that are not consequences of others, indexed so that a lookup takes constant time.
 *
 * @param lines lines that contain an error
 * @param lastUnknownKeys the last unknown key of each file, by its hint
 */
record RootErrors(Set<Line> lines, Map<Optional<String>, Map<String, Location>> lastUnknownKeys) {

    private record Line(String file, int number) {}

    static RootErrors of(Collection<Problem> problems) {
        RootErrors errors = new RootErrors(new HashSet<>(), new HashMap<>());
        problems.stream()
                .filter(problem ->
                        problem.severity() == Severity.ERROR && problem.causes().isEmpty())
                .forEach(errors::add);
        return errors;
    }

    private void add(Problem error) {
        Location place = error.location();
        lines.add(new Line(place.file(), place.line()));
        if (error.message().startsWith(Problems.UNKNOWN_KEY)) {
            lastUnknownKeys
                    .computeIfAbsent(error.hint(), _ -> new HashMap<>())
                    .merge(place.file(), place, (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
    }

    boolean hasAny() {
        return !lines.isEmpty();
    }

    boolean isInLine(Location place) {
        return lines.contains(new Line(place.file(), place.line()));
    }

    /** Whether an unknown key has this hint, in any file. */
    boolean hasUnknownKey(Optional<String> hint) {
        return lastUnknownKeys.containsKey(hint);
    }

    /** Whether an unknown key at or after this location in the same file has this hint. */
    boolean hasUnknownKey(Optional<String> hint, Location from) {
        Location last = lastUnknownKeys.getOrDefault(hint, Map.of()).get(from.file());
        return last != null && from.compareTo(last) <= 0;
    }
}
