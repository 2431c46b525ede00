package dev.jrelease.migrate;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.image.Platform;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Whether entries differ by their platforms only, and what of the first has to become a template then. */
final class Likeness {
    private static final String NAMES = "image_templates";

    private final List<Platform> platforms;
    private final Map<Scalar, String> templates = new LinkedHashMap<>();
    private final Set<String> differences = new LinkedHashSet<>();

    private Likeness(List<Platform> platforms) {
        this.platforms = platforms;
    }

    /**
     * Compares entries.
     *
     * @param templated which keys may have templates
     */
    static Likeness of(List<FoldingEntry> entries, Predicate<String> templated) {
        Likeness likeness =
                new Likeness(entries.stream().map(FoldingEntry::platform).toList());
        List<Map<String, SyntaxNode>> rests =
                entries.stream().map(FoldingEntry::rest).toList();
        Set<String> keys = new LinkedHashSet<>(List.of(NAMES));
        rests.forEach(rest -> keys.addAll(rest.keySet()));
        for (String key : keys) {
            int before = likeness.templates.size();
            boolean same = likeness.sameUnder(key, rests);
            if (!same || (likeness.templates.size() > before && !templated.test(key))) {
                likeness.differences.add(key);
            }
            if (!likeness.haveLikeNames()) {
                break;
            }
        }
        return likeness;
    }

    /** Whether their names differ by their platforms only: whatever else does, they belong together. */
    boolean haveLikeNames() {
        return !differences.contains(NAMES);
    }

    /** The keys in which they differ otherwise. */
    Set<String> differences() {
        return differences;
    }

    /** What becomes of single values of the first. */
    Map<Scalar, String> templates() {
        return templates;
    }

    private boolean sameUnder(String key, List<Map<String, SyntaxNode>> mappings) {
        List<SyntaxNode> values = mappings.stream()
                .flatMap(mapping -> Optional.ofNullable(mapping.get(key)).stream())
                .map(SyntaxNode::resolved)
                .toList();
        return values.size() == mappings.size() && same(values);
    }

    private boolean same(List<SyntaxNode> nodes) {
        return switch (nodes.getFirst()) {
            case Scalar first -> sameScalars(first, nodes);
            case Sequence first -> sameSequences(first, nodes);
            case Mapping first -> sameMappings(nodes);
            case SyntaxNode.Alias alias -> throw new IllegalStateException("aliases are resolved");
        };
    }

    private boolean sameScalars(Scalar first, List<SyntaxNode> nodes) {
        List<String> texts =
                only(Scalar.class, nodes).stream().map(Scalar::value).toList();
        Optional<String> template =
                texts.size() == nodes.size() ? PlatformText.over(texts, platforms) : Optional.empty();
        template.filter(text -> !text.equals(first.value())).ifPresent(text -> templates.put(first, text));
        return template.isPresent();
    }

    private boolean sameSequences(Sequence first, List<SyntaxNode> nodes) {
        List<Sequence> lists = only(Sequence.class, nodes);
        boolean sameLength = lists.size() == nodes.size()
                && lists.stream()
                        .allMatch(list -> list.items().size() == first.items().size());
        return sameLength
                && IntStream.range(0, first.items().size())
                        .allMatch(i -> same(lists.stream()
                                .map(list -> list.items().get(i).resolved())
                                .toList()));
    }

    private boolean sameMappings(List<SyntaxNode> nodes) {
        List<Map<String, SyntaxNode>> mappings = nodes.stream()
                .flatMap(node -> EntryView.of(node).map(EntryView::all).stream())
                .toList();
        Set<String> keys = mappings.getFirst().keySet();
        return mappings.size() == nodes.size()
                && mappings.stream().allMatch(mapping -> mapping.keySet().equals(keys))
                && keys.stream().allMatch(key -> sameUnder(key, mappings));
    }

    private static <N extends SyntaxNode> List<N> only(Class<N> type, List<SyntaxNode> nodes) {
        return nodes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
