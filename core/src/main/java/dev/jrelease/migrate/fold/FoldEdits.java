package dev.jrelease.migrate.fold;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Edits;
import dev.jrelease.migrate.edit.Removal;
import dev.jrelease.migrate.edit.ScalarText;
import dev.jrelease.migrate.edit.SourceLines;
import dev.jrelease.migrate.edit.UnusualLayoutException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Edits the file: the first entry of a group gets the values of all, and the other entries are deleted. */
final class FoldEdits {
    private final EditedFile file;
    private final FoldGroup group;
    private final AnchorMoves anchors;
    private final Edits edits;
    private final SourceLines lines;
    private final Removal removal;
    private final Mapping mapping;

    FoldEdits(EditedFile file, FoldGroup group, AnchorMoves anchors, Edits edits) {
        this.file = file;
        this.group = group;
        this.anchors = anchors;
        this.edits = edits;
        this.lines = file.lines();
        this.removal = new Removal(lines);
        this.mapping = group.first().view().mapping();
    }

    void make() {
        platforms();
        flags();
        programs();
        templates();
        id();
        group.others().forEach(entry -> edits.delete(FoldComments.span(lines, removal.itemSpan(entry.item()))));
    }

    /** Replaces the first key of the platform by {@code platforms}, and removes the others. */
    private void platforms() {
        String platforms = "platforms: [" + group.platformList() + "]" + goamd64();
        List<Pair> keys = mapping.pairs().stream()
                .filter(pair -> FoldingEntry.PLATFORM_KEYS.contains(pair.name()))
                .toList();
        if (keys.isEmpty()) {
            edits.insert(mapping.pairs().getFirst().start(), platforms + separator());
            return;
        }
        edits.replace(keys.getFirst().start(), keys.getFirst().end(), platforms);
        keys.stream().skip(1).forEach(pair -> removal.pair(mapping, pair, edits));
    }

    private String separator() {
        return mapping.flow()
                ? ", "
                : lines.lineBreak()
                        + " ".repeat(lines.indent(mapping.pairs().getFirst().start()));
    }

    /** The key {@code goamd64}, if only an entry that will be deleted has it. */
    private String goamd64() {
        Optional<String> level = group.others().stream()
                .filter(entry -> entry.platform().architecture().equals("amd64"))
                .flatMap(entry -> entry.view().text("goamd64").stream())
                .findFirst();
        boolean present = group.first().view().all().containsKey("goamd64");
        return level.filter(_ -> !present)
                .map(value -> separator() + "goamd64: " + value)
                .orElse("");
    }

    private void flags() {
        List<SyntaxNode> flags = group.first().platformFlags();
        Optional<Pair> pair = group.first().view().own(FoldingEntry.FLAGS);
        if (flags.isEmpty() || pair.isEmpty() || !(pair.get().value() instanceof Sequence sequence)) {
            return;
        }
        if (flags.size() == sequence.items().size()) {
            removal.pair(mapping, pair.get(), edits);
        } else {
            removal.items(sequence, flags, edits);
        }
    }

    /** Adds the {@code ids} of the other entries. An image gets only the programs of its own platform. */
    private void programs() {
        List<Scalar> more = group.morePrograms();
        if (more.isEmpty() || !(group.first().view().all().get(FoldingEntry.IDS) instanceof Sequence ids)) {
            return;
        }
        SyntaxNode last = ids.items().getLast();
        for (Scalar id : more) {
            String text = ScalarText.of(id.value(), id.style(), ids.flow()).orElseThrow(UnusualLayoutException::new);
            if (ids.flow()) {
                edits.insert(last.end(), ", " + text);
            } else {
                edits.insert(lines.end(lines.of(last.end())), dashOf(last) + text + lines.lineBreak());
            }
        }
    }

    private String dashOf(SyntaxNode item) {
        return " ".repeat(lines.indent(removal.itemSpan(item).start())) + "- ";
    }

    private void templates() {
        Set<SyntaxNode> inBrackets = file.inBrackets();
        group.templates()
                .forEach((scalar, text) -> ScalarText.of(text, scalar.style(), inBrackets.contains(scalar))
                        .ifPresent(written -> edits.replace(
                                anchors.hasMoved(scalar) ? scalar.start() : scalar.content(), scalar.end(), written)));
    }

    private void id() {
        Optional<Pair> pair = group.first().view().own("id");
        if (pair.isEmpty() || !(pair.get().value() instanceof Scalar scalar)) {
            return;
        }
        group.commonId(file)
                .flatMap(id -> ScalarText.of(id, scalar.style(), true))
                .ifPresentOrElse(
                        id -> edits.replace(scalar.content(), scalar.end(), id),
                        () -> removal.pair(mapping, pair.get(), edits));
    }
}
