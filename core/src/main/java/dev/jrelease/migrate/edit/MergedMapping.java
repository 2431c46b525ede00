package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Pair;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping with all its keys, merged or not.
 *
 * @param all what stands behind each key, without aliases
 */
public record MergedMapping(Mapping mapping, Map<String, SyntaxNode> all) {
    public MergedMapping {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    public static Optional<MergedMapping> of(SyntaxNode node) {
        return node.resolved() instanceof Mapping mapping
                ? Optional.of(new MergedMapping(mapping, entries(mapping)))
                : Optional.empty();
    }

    private static Map<String, SyntaxNode> entries(Mapping mapping) {
        Map<String, SyntaxNode> all = new LinkedHashMap<>();
        mapping.pairs().stream()
                .filter(pair -> !pair.isMerge())
                .forEach(pair -> all.putIfAbsent(pair.name(), pair.value().resolved()));
        mapping.pairs().stream()
                .filter(Pair::isMerge)
                .forEach(pair -> merged(pair.value()).forEach(all::putIfAbsent));
        return all;
    }

    private static Map<String, SyntaxNode> merged(SyntaxNode node) {
        return switch (node.resolved()) {
            case Mapping mapping -> entries(mapping);
            case Sequence sequence -> {
                Map<String, SyntaxNode> all = new LinkedHashMap<>();
                sequence.items().forEach(item -> merged(item).forEach(all::putIfAbsent));
                yield all;
            }
            default -> Map.of();
        };
    }

    public Optional<Scalar> scalar(String key) {
        return Optional.ofNullable(all.get(key))
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }

    /** A single value that is not empty. */
    public Optional<String> text(String key) {
        return scalar(key).map(Scalar::value).filter(value -> !value.isEmpty());
    }

    public List<SyntaxNode> items(String key) {
        return all.get(key) instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** The single values under a key, at whichever depth, that say something. */
    public List<Scalar> scalars(String key) {
        return Optional.ofNullable(all.get(key)).stream()
                .flatMap(SyntaxNode::all)
                .map(SyntaxNode::resolved)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(scalar -> !scalar.value().isEmpty())
                .toList();
    }

    /** What {@link #scalars} say. */
    public List<String> words(String key) {
        return scalars(key).stream().map(Scalar::value).toList();
    }

    /** The pair that the mapping itself has for a key. */
    public Optional<Pair> own(String key) {
        return mapping.pairs().stream()
                .filter(pair -> pair.name().equals(key) && !pair.isMerge())
                .findFirst();
    }

    public Span span() {
        return new Span(mapping.start(), mapping.end());
    }
}
