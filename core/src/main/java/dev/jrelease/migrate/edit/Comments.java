package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comments of a file; a {@code #} within a value is none. */
public final class Comments {
    private final SourceLines lines;
    private final int[] ends;
    private final boolean[] inside;

    /**
     * A comment.
     *
     * @param offset of its first character
     */
    public record Comment(int offset, String text, boolean hasLine) {}

    public Comments(EditedFile file) {
        this.lines = file.lines();
        this.ends = new int[lines.count()];
        this.inside = new boolean[lines.count()];
        file.root().all().forEach(this::see);
    }

    private void see(SyntaxNode node) {
        int last = lines.of(node.end());
        ends[last] = Math.max(ends[last], node.end());
        if (node instanceof Scalar) {
            for (int line = lines.of(node.start()); line < last; line++) {
                inside[line + 1] = true;
            }
        }
    }

    public List<Comment> all() {
        return in(0, lines.count() - 1);
    }

    /** Those in some lines, the last included. */
    public List<Comment> in(int first, int last) {
        List<Comment> found = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            in(line).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Comment> in(int line) {
        boolean goesOn = line + 1 < inside.length && inside[line + 1];
        int from = Math.max(ends[line], lines.start(line));
        if (goesOn || (inside[line] && ends[line] == 0)) {
            return Optional.empty();
        }
        int hash = lines.text().indexOf('#', from);
        if (hash < 0 || hash >= lines.end(line)) {
            return Optional.empty();
        }
        String text = lines.text().substring(hash, lines.end(line)).strip();
        return Optional.of(new Comment(hash, text, lines.isFirst(hash)));
    }
}
