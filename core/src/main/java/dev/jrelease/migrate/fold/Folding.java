package dev.jrelease.migrate.fold;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.failure.Problems;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Edits;
import dev.jrelease.migrate.edit.Note;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds entries of {@code dockers} that can be one entry for several platforms. */
public final class Folding {
    private static final String SECTION = "dockers";

    private final EditedFile file;
    private final Map<String, Component> keys;
    private final Notes notes;

    /** @param keys the keys of an entry, and the components that they are bound to */
    public Folding(EditedFile file, Map<String, Component> keys, Notes notes) {
        this.file = file;
        this.keys = Map.copyOf(keys);
        this.notes = notes;
    }

    /** The groups that can be folded at the same time. The reasons why others cannot be folded become notes. */
    public List<FoldGroup> groups() {
        if (!(file.section(SECTION).orElse(null) instanceof Sequence sequence)) {
            return List.of();
        }
        List<FoldingEntry> entries = sequence.items().stream()
                .flatMap(item -> FoldingEntry.of(item).stream())
                .toList();
        List<FoldGroup> groups = new SimilarEntries(file, keys, notes).of(entries);
        if (sequence.flow() && !groups.isEmpty()) {
            note(groups.getFirst(), "the list is written in brackets");
            return List.of();
        }
        return possible(groups);
    }

    private List<FoldGroup> possible(List<FoldGroup> groups) {
        List<FoldGroup> possible = new ArrayList<>(groups);
        Optional<FoldGroup> refused;
        do {
            FoldCheck check = new FoldCheck(file, possible);
            refused = possible.stream()
                    .filter(group -> check.refusal(group).isPresent())
                    .findFirst();
            refused.ifPresent(group -> note(group, check.refusal(group).orElseThrow()));
            refused.ifPresent(possible::remove);
        } while (refused.isPresent());
        return possible;
    }

    /**
     * The file with one entry for each group.
     *
     * @param made receives notes of what was folded, and of comments that were lost
     */
    public EditedFile folded(List<FoldGroup> groups, List<Note> made) {
        Edits edits = new Edits();
        AnchorMoves anchors = new AnchorMoves(file, groups);
        anchors.make(edits);
        FoldComments comments = new FoldComments(file);
        for (FoldGroup group : groups) {
            new FoldEdits(file, group, anchors, edits).make();
            comments.move(group, edits);
        }
        EditedFile folded = file.after(edits);
        report(groups, folded, new Notes(file, new Problems(), made));
        return folded;
    }

    private void report(List<FoldGroup> groups, EditedFile folded, Notes made) {
        for (FoldGroup group : groups) {
            made.note(
                    Kind.FOLDED,
                    group.first().span().start(),
                    "one entry with " + linesOf(group) + ", for " + group.platformList() + id(group));
        }
        FoldComments.noteLost(file, folded, made);
    }

    private String id(FoldGroup group) {
        return group.first().view().text("id").isEmpty()
                ? ""
                : group.commonId(file).map(id -> ", called " + id).orElse(", without an id");
    }

    /** Notes the reason why similar entries are not folded. */
    public void note(FoldGroup group, String why) {
        notes.note(Kind.NOT_FOLDED, group.first().span().start(), "with " + linesOf(group) + ": " + why);
    }

    /** The lines of the entries: {@code line 12}, {@code lines 12, 24}. */
    private String linesOf(FoldGroup group) {
        return group.others().stream()
                .map(entry -> String.valueOf(file.location(entry.span().start()).line()))
                .collect(Collectors.joining(", ", group.others().size() == 1 ? "line " : "lines ", ""));
    }
}
