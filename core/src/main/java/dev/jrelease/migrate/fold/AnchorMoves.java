package dev.jrelease.migrate.fold;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Alias;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.migrate.edit.EditedFile;
import dev.jrelease.migrate.edit.Edits;
import dev.jrelease.migrate.edit.ScalarText;
import dev.jrelease.migrate.edit.Span;
import dev.jrelease.migrate.edit.UnusualLayoutException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Moves a value with an anchor to its first alias, if the value itself is deleted or changed. */
final class AnchorMoves {
    private final EditedFile file;
    private final List<FoldGroup> groups;
    private final Set<SyntaxNode> moved = Collections.newSetFromMap(new IdentityHashMap<>());

    AnchorMoves(EditedFile file, List<FoldGroup> groups) {
        this.file = file;
        this.groups = List.copyOf(groups);
    }

    static boolean canMove(Alias alias) {
        return alias.target() instanceof Scalar scalar
                && ScalarText.of(scalar.value(), scalar.style(), true).isPresent();
    }

    void make(Edits edits) {
        List<Span> removed = others().map(FoldingEntry::span).toList();
        Set<SyntaxNode> inBrackets = file.inBrackets();
        file.aliasesOutside(removed).stream()
                .filter(alias -> alias.target() instanceof Scalar scalar && vanishes(scalar) && moved.add(scalar))
                .forEach(alias -> edits.replace(alias.start(), alias.end(), text(alias, inBrackets.contains(alias))));
    }

    /** Whether the anchor of this value is at one of its former aliases now. */
    boolean hasMoved(Scalar scalar) {
        return moved.contains(scalar);
    }

    private boolean vanishes(Scalar scalar) {
        return others().anyMatch(entry -> entry.span().contains(scalar.start()))
                || groups.stream().anyMatch(group -> group.templates().containsKey(scalar));
    }

    private Stream<FoldingEntry> others() {
        return groups.stream().flatMap(group -> group.others().stream());
    }

    private static String text(Alias alias, boolean inBrackets) {
        Scalar value = (Scalar) alias.target();
        return "&" + alias.name() + " "
                + ScalarText.of(value.value(), value.style(), inBrackets).orElseThrow(UnusualLayoutException::new);
    }
}
