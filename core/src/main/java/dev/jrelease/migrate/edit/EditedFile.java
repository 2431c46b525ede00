package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Alias;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.config.yaml.SyntaxReader;
import dev.jrelease.failure.Location;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * A file that is being migrated, as it stands after some changes.
 *
 * @param name of the file that is migrated
 * @param origin where in that file a character of this text was
 */
public record EditedFile(String name, SourceLines lines, Mapping root, SourceLines source, IntUnaryOperator origin) {

    /** The file before any change; absent if it holds no mapping. */
    public static Optional<EditedFile> of(String name, String text) {
        SourceLines lines = new SourceLines(text);
        return root(text).map(root -> new EditedFile(name, lines, root, lines, IntUnaryOperator.identity()));
    }

    /** The same file after changes. */
    public EditedFile after(Edits edits) {
        EditedText edited = edits.apply(text());
        Mapping changed = root(edited.text()).orElseThrow(UnusualLayoutException::new);
        IntUnaryOperator before = offset -> origin.applyAsInt(edited.origin(offset));
        return new EditedFile(name, new SourceLines(edited.text()), changed, source, before);
    }

    private static Optional<Mapping> root(String text) {
        return SyntaxReader.read(text).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    public String text() {
        return lines.text();
    }

    /** Where in the file that is migrated. */
    public Location location(int offset) {
        return source.location(name, origin.applyAsInt(offset));
    }

    /** The aliases that stay if some characters go, in the order of the text. */
    public List<Alias> aliasesOutside(Collection<Span> removed) {
        return root.all()
                .filter(Alias.class::isInstance)
                .map(Alias.class::cast)
                .filter(alias -> removed.stream().noneMatch(span -> span.contains(alias.start())))
                .toList();
    }

    /** What stands under a key of the whole file. */
    public Optional<SyntaxNode> section(String key) {
        return root.pairs().stream()
                .filter(pair -> pair.name().equals(key))
                .map(pair -> pair.value().resolved())
                .findFirst();
    }

    /** All that is written in brackets or braces. */
    public Set<SyntaxNode> inBrackets() {
        Set<SyntaxNode> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        root.all().filter(EditedFile::isFlow).flatMap(SyntaxNode::all).forEach(inside::add);
        return inside;
    }

    private static boolean isFlow(SyntaxNode node) {
        return switch (node) {
            case Mapping braces -> braces.flow();
            case Sequence brackets -> brackets.flow();
            default -> false;
        };
    }
}
