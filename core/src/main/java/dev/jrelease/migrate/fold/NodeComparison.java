package dev.jrelease.migrate.fold;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.image.Platform;
import dev.jrelease.migrate.edit.MergedMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares the values of several entries under one key. Each value may contain the name of its own platform. */
final class NodeComparison {
    private final List<Platform> platforms;
    private final Map<Scalar, String> templates = new LinkedHashMap<>();

    NodeComparison(List<Platform> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /** The template that replaces a value of the first entry, so that it is right for all platforms. */
    Map<Scalar, String> templates() {
        return templates;
    }

    /** Whether the nodes are equal except for the names of their platforms. */
    boolean same(List<SyntaxNode> nodes) {
        return switch (nodes.getFirst().resolved()) {
            case Scalar first -> sameScalars(first, only(Scalar.class, nodes), nodes.size());
            case Sequence first -> sameSequences(first, only(Sequence.class, nodes), nodes.size());
            case Mapping first -> sameMappings(nodes);
            case SyntaxNode.Alias alias -> throw new IllegalStateException(alias.name() + " stands for an alias");
        };
    }

    private static <N extends SyntaxNode> List<N> only(Class<N> type, List<SyntaxNode> nodes) {
        return nodes.stream()
                .map(SyntaxNode::resolved)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private boolean sameScalars(Scalar first, List<Scalar> scalars, int count) {
        if (scalars.size() < count) {
            return false;
        }
        List<String> texts = scalars.stream().map(Scalar::value).toList();
        Optional<String> template = PlatformText.over(texts, platforms);
        template.filter(text -> !text.equals(first.value())).ifPresent(text -> templates.put(first, text));
        return template.isPresent();
    }

    private boolean sameSequences(Sequence first, List<Sequence> lists, int count) {
        int length = first.items().size();
        return lists.size() == count
                && lists.stream().allMatch(list -> list.items().size() == length)
                && IntStream.range(0, length)
                        .allMatch(i -> same(
                                lists.stream().map(list -> list.items().get(i)).toList()));
    }

    private boolean sameMappings(List<SyntaxNode> nodes) {
        List<Map<String, SyntaxNode>> mappings = nodes.stream()
                .flatMap(node -> MergedMapping.of(node).map(MergedMapping::all).stream())
                .toList();
        Set<String> keys = mappings.getFirst().keySet();
        return mappings.size() == nodes.size()
                && mappings.stream().allMatch(mapping -> mapping.keySet().equals(keys))
                && keys.stream().allMatch(key -> same(under(key, mappings)));
    }

    /** The values under a key, of the mappings that have it. */
    static List<SyntaxNode> under(String key, List<Map<String, SyntaxNode>> mappings) {
        return mappings.stream()
                .map(mapping -> mapping.get(key))
                .filter(Objects::nonNull)
                .toList();
    }
}
