package dev.jrelease.migrate.fold;

import dev.jrelease.migrate.edit.Comments;
import dev.jrelease.migrate.edit.Comments.Comment;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Edits;
import dev.jrelease.migrate.edit.Note.Kind;
import dev.jrelease.migrate.edit.Notes;
import dev.jrelease.migrate.edit.Removal;
import dev.jrelease.migrate.edit.SourceLines;
import dev.jrelease.migrate.edit.Span;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps comments of entries that are deleted: a comment on a line of its own moves to the entry that stays. */
final class FoldComments {
    private final SourceLines lines;
    private final Comments comments;
    private final Removal removal;

    FoldComments(EditedFile file) {
        this.lines = file.lines();
        this.comments = new Comments(file);
        this.removal = new Removal(lines);
    }

    /** Notes each comment that the file before has and the file after does not have. */
    static void noteLost(EditedFile before, EditedFile after, Notes notes) {
        Set<String> left = new HashSet<>();
        new Comments(after).all().forEach(comment -> left.add(comment.text()));
        for (Comment comment : new Comments(before).all()) {
            if (!left.contains(comment.text())) {
                notes.note(Kind.LEFT_OUT, comment.offset(), "the comment " + comment.text());
            }
        }
    }

    /** All lines of an item of a list, with its comments and the gap above them. */
    static Span span(SourceLines lines, Span item) {
        int indent = lines.indent(item.start());
        int head = lines.blankAbove(lines.headOf(lines.of(item.start()), indent));
        return new Span(lines.start(head), lines.end(lines.tailOf(lines.of(item.end()), indent)));
    }

    void move(FoldGroup group, Edits edits) {
        Span first = removal.itemSpan(group.first().item());
        Set<String> there = new LinkedHashSet<>();
        commentsOf(first).forEach(comment -> there.add(comment.text()));
        StringBuilder moved = new StringBuilder();
        for (FoldingEntry entry : group.others()) {
            for (Comment comment : commentsOf(removal.itemSpan(entry.item()))) {
                if (comment.hasLine() && there.add(comment.text())) {
                    moved.append(" ".repeat(lines.indent(first.start())))
                            .append(comment.text())
                            .append(lines.lineBreak());
                }
            }
        }
        edits.insert(lines.start(lines.of(first.start())), moved.toString());
    }

    private List<Comment> commentsOf(Span item) {
        Span span = span(lines, item);
        return comments.in(lines.of(span.start()), lines.of(span.end() - 1));
    }
}
