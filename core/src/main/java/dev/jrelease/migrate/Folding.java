package dev.jrelease.migrate;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.migrate.Note.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds entries of {@code dockers} that can be one entry for several platforms. */
final class Folding {
    private static final String SECTION = "dockers";

    private final EditedFile sheet;
    private final Map<String, Component> keys;
    private final NoteCollector remarks;

    /** @param top the keys that a file may have */
    Folding(EditedFile sheet, TopLevelKeys top, NoteCollector remarks) {
        this.sheet = sheet;
        this.keys = top.get(SECTION)
                .flatMap(section -> section.shape().keys())
                .map(RecordShape::byKey)
                .orElse(Map.of());
        this.remarks = remarks;
    }

    /** The groups that can be folded, all of them together; why others cannot be is told. */
    List<FoldGroup> groups() {
        if (!(sheet.section(SECTION).orElse(null) instanceof Sequence sequence)) {
            return List.of();
        }
        List<FoldingEntry> entries = sequence.items().stream()
                .flatMap(item -> FoldingEntry.of(item).stream())
                .toList();
        List<FoldGroup> groups = new AlikeEntries(sheet, keys, remarks).of(entries);
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
            FoldCheck check = new FoldCheck(sheet, possible);
            refused = possible.stream()
                    .filter(group -> check.refusal(group).isPresent())
                    .findFirst();
            refused.ifPresent(group -> note(group, check.refusal(group).orElseThrow()));
            refused.ifPresent(possible::remove);
        } while (refused.isPresent());
        return possible;
    }

    /** The file with one entry for each group. */
    EditedFile folded(List<FoldGroup> groups) {
        Edits edits = new Edits();
        AnchorMoves anchors = new AnchorMoves(sheet, groups);
        anchors.make(edits);
        FoldComments comments = new FoldComments(sheet);
        for (FoldGroup group : groups) {
            new FoldEdits(sheet, group, anchors, edits).make();
            comments.move(group, edits);
        }
        return sheet.after(edits.apply(sheet.text()));
    }

    /** Tells what was folded, and what was lost by it. */
    void tell(List<FoldGroup> groups, EditedFile folded) {
        for (FoldGroup group : groups) {
            remarks.note(
                    Kind.FOLDED,
                    group.first().span().start(),
                    "one entry with " + linesOf(group) + ", for " + group.platformList() + id(group));
        }
        FoldComments.tellLost(sheet, folded, remarks);
    }

    private String id(FoldGroup group) {
        return group.first().view().text("id").isEmpty()
                ? ""
                : group.commonId(sheet).map(id -> ", called " + id).orElse(", without an id");
    }

    /** Tells why entries that are alike stay as they are. */
    void note(FoldGroup group, String why) {
        remarks.note(Kind.NOT_FOLDED, group.first().span().start(), "with " + linesOf(group) + ": " + why);
    }

    /** {@code line 12}, {@code lines 12, 24} */
    private String linesOf(FoldGroup group) {
        return group.others().stream()
                .map(entry ->
                        String.valueOf(sheet.location(entry.span().start()).line()))
                .collect(Collectors.joining(", ", group.others().size() == 1 ? "line " : "lines ", ""));
    }
}
