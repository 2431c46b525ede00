package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import java.util.List;
import java.util.Optional;

/** Which characters go if a part of a file goes: whole lines, or in brackets also the comma. */
public final class Removal {
    private final SourceLines lines;

    public Removal(SourceLines lines) {
        this.lines = lines;
    }

    /** A pair, and what stands behind it in its last line; the mapping becomes no nothing. */
    public void pair(Mapping mapping, Pair pair, Edits edits) {
        int index = mapping.pairs().indexOf(pair);
        boolean last = index + 1 == mapping.pairs().size();
        if (mapping.flow()) {
            List<Span> spans = mapping.pairs().stream().map(Span::of).toList();
            edits.delete(withComma(spans, index));
        } else if (lines.isFirst(pair.start())) {
            edits.delete(linesOf(Span.of(pair)));
        } else if (last && index == 0) {
            edits.replace(pair.start(), pair.end(), "{}");
        } else {
            edits.delete(new Span(pair.start(), mapping.pairs().get(index + 1).start()));
        }
    }

    /** Items of a list that keeps others. */
    public void items(Sequence sequence, List<SyntaxNode> items, Edits edits) {
        List<SyntaxNode> all = sequence.items();
        int kept = -1;
        for (int i = 0; i < all.size(); i++) {
            if (!items.contains(all.get(i))) {
                kept = i;
            } else if (!sequence.flow()) {
                edits.delete(linesOf(itemSpan(all.get(i))));
            } else if (i + 1 < all.size()) {
                edits.delete(new Span(all.get(i).start(), all.get(i + 1).start()));
            } else {
                edits.delete(new Span(all.get(kept).end(), all.get(i).end()));
            }
        }
    }

    /** A pair of the whole file, with the comment right above it, all that is indented below it, and one gap. */
    public Span section(Mapping root, Pair pair) {
        int index = root.pairs().indexOf(pair);
        if (root.flow()) {
            return withComma(root.pairs().stream().map(Span::of).toList(), index);
        }
        boolean last = index + 1 == root.pairs().size();
        int head = lines.headOf(lines.of(pair.start()), 0);
        int first = head == 0 ? lines.of(pair.start()) : head;
        int next = last
                ? lines.count()
                : lines.headOf(lines.of(root.pairs().get(index + 1).start()), 0);
        int behind = lines.of(pair.end()) + 1;
        for (int line = behind; line < next; line++) {
            behind = isBelow(line) ? line + 1 : behind;
        }
        while (behind < next && lines.isBlank(behind)) {
            behind++;
        }
        return new Span(lines.start(first), lines.end(behind - 1));
    }

    /** Some lines without the blank ones at their end. */
    public Span withoutGap(Span span) {
        int behind = lines.of(span.end());
        return lines.isFirst(span.end()) ? new Span(span.start(), lines.start(lines.blankAbove(behind))) : span;
    }

    private boolean isBelow(int line) {
        String content = lines.content(line);
        return !content.isEmpty() && Character.isWhitespace(content.charAt(0));
    }

    /** An item of a list with its dash. */
    public Span itemSpan(SyntaxNode item) {
        return dash(item).map(dash -> new Span(dash, item.end())).orElseThrow(UnusualLayoutException::new);
    }

    /** Where the dash of an item is; absent if it does not begin a line, or a comment stands behind it. */
    public Optional<Integer> dash(SyntaxNode item) {
        int dash = item.start() - 1;
        while (dash >= 0 && Character.isWhitespace(lines.text().charAt(dash))) {
            dash--;
        }
        boolean found = dash >= 0 && lines.text().charAt(dash) == '-' && lines.isFirst(dash);
        return found ? Optional.of(dash) : Optional.empty();
    }

    Span linesOf(Span span) {
        return new Span(lines.start(lines.of(span.start())), lines.end(lines.of(span.end())));
    }

    private static Span withComma(List<Span> spans, int index) {
        Span span = spans.get(index);
        if (index + 1 < spans.size()) {
            return new Span(span.start(), spans.get(index + 1).start());
        }
        return index == 0 ? span : new Span(spans.get(index - 1).end(), span.end());
    }
}
