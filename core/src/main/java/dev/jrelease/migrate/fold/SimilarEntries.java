package dev.jrelease.migrate.fold;

import dev.jrelease.config.bind.Component;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entries that differ in their platforms only. Entries that differ in little more become notes. */
final class SimilarEntries {
    private final EditedFile file;
    private final Map<String, Component> keys;
    private final Notes notes;

    /** @param keys the keys of an entry */
    SimilarEntries(EditedFile file, Map<String, Component> keys, Notes notes) {
        this.file = file;
        this.keys = keys;
        this.notes = notes;
    }

    /** The groups of two or more such entries. */
    List<FoldGroup> of(List<FoldingEntry> entries) {
        List<FoldGroup> groups = new ArrayList<>();
        List<FoldingEntry> left = new ArrayList<>(entries);
        while (!left.isEmpty()) {
            FoldGroup group = groupOf(left.getFirst(), left.subList(1, left.size()));
            left.removeAll(group.entries());
            groups.add(group);
        }
        List<FoldingEntry> alone = groups.stream()
                .filter(group -> group.others().isEmpty())
                .map(FoldGroup::first)
                .toList();
        alone.forEach(entry -> noteWhyAlone(entry, entries, alone));
        return groups.stream().filter(group -> !group.others().isEmpty()).toList();
    }

    private FoldGroup groupOf(FoldingEntry first, List<FoldingEntry> candidates) {
        FoldGroup group = new FoldGroup(List.of(first), Map.of());
        for (FoldingEntry candidate : candidates) {
            group = with(candidate, group).orElse(group);
        }
        return group;
    }

    private Optional<FoldGroup> with(FoldingEntry candidate, FoldGroup group) {
        if (group.platforms().stream().anyMatch(candidate.platform()::matches)) {
            return Optional.empty();
        }
        List<FoldingEntry> more = new ArrayList<>(group.entries());
        more.add(candidate);
        EntryComparison comparison = EntryComparison.of(more, keys);
        return comparison.differences().isEmpty()
                ? Optional.of(new FoldGroup(more, comparison.templates()))
                : Optional.empty();
    }

    /** Notes at the later of two entries with similar names why they are not folded. */
    private void noteWhyAlone(FoldingEntry entry, List<FoldingEntry> all, List<FoldingEntry> alone) {
        all.stream()
                .filter(other -> !alone.contains(other) || alone.indexOf(other) < alone.indexOf(entry))
                .filter(other -> !other.platform().matches(entry.platform()))
                .flatMap(other -> difference(entry, other).stream())
                .findFirst()
                .ifPresent(why -> notes.note(Kind.NOT_FOLDED, entry.span().start(), why));
    }

    private Optional<String> difference(FoldingEntry entry, FoldingEntry other) {
        EntryComparison comparison = EntryComparison.of(List.of(other, entry), keys);
        int line = file.location(other.span().start()).line();
        return comparison.haveLikeNames()
                ? Optional.of("it differs from the entry in line " + line + " also in "
                        + String.join(", ", comparison.differences()))
                : Optional.empty();
    }
}
