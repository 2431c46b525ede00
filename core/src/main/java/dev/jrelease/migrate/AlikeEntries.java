package dev.jrelease.migrate;

import dev.jrelease.config.bind.Component;
import dev.jrelease.migrate.Note.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the entries that differ by their platforms only, and tells of those that nearly do. */
final class AlikeEntries {
    private final EditedFile sheet;
    private final Map<String, Component> keys;
    private final NoteCollector remarks;

    /** @param keys those that an entry may have */
    AlikeEntries(EditedFile sheet, Map<String, Component> keys, NoteCollector remarks) {
        this.sheet = sheet;
        this.keys = keys;
        this.remarks = remarks;
    }

    /** Groups of at least two. */
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
        alone.forEach(entry -> tellWhyAlone(entry, entries, alone));
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
        EntryComparison likeness = EntryComparison.of(more, keys);
        return likeness.differences().isEmpty()
                ? Optional.of(new FoldGroup(more, likeness.templates()))
                : Optional.empty();
    }

    /** Entries that are called alike look as if they should be folded; the later one says why they are not. */
    private void tellWhyAlone(FoldingEntry entry, List<FoldingEntry> all, List<FoldingEntry> alone) {
        all.stream()
                .filter(other -> !alone.contains(other) || alone.indexOf(other) < alone.indexOf(entry))
                .filter(other -> !other.platform().matches(entry.platform()))
                .flatMap(other -> difference(entry, other).stream())
                .findFirst()
                .ifPresent(why -> remarks.note(Kind.NOT_FOLDED, entry.span().start(), why));
    }

    private Optional<String> difference(FoldingEntry entry, FoldingEntry other) {
        EntryComparison likeness = EntryComparison.of(List.of(other, entry), keys);
        int line = sheet.location(other.span().start()).line();
        return likeness.haveLikeNames()
                ? Optional.of("it differs from the entry in line " + line + " also in "
                        + String.join(", ", likeness.differences()))
                : Optional.empty();
    }
}
