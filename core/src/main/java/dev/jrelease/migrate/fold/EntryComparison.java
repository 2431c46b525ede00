package dev.jrelease.migrate.fold;

import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.bind.ValueShape;
import dev.jrelease.config.bind.ValueShape.Items;
import dev.jrelease.config.bind.ValueShape.Keys;
import dev.jrelease.config.bind.ValueShape.Named;
import dev.jrelease.config.bind.ValueShape.Single;
import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares entries: whether they differ in their platforms only, and which values then become templates. */
final class EntryComparison {
    private static final String NAMES = "image_templates";

    private final Map<String, Component> keys;
    private final List<Map<String, SyntaxNode>> rests;
    private final NodeComparison comparison;
    private final Set<String> differences = new LinkedHashSet<>();

    private EntryComparison(List<FoldingEntry> entries, Map<String, Component> keys) {
        this.keys = keys;
        this.rests = entries.stream().map(FoldingEntry::rest).toList();
        this.comparison =
                new NodeComparison(entries.stream().map(FoldingEntry::platform).toList());
    }

    /**
     * Compares entries.
     *
     * @param keys the keys of an entry
     */
    static EntryComparison of(List<FoldingEntry> entries, Map<String, Component> keys) {
        EntryComparison all = new EntryComparison(entries, keys);
        all.compare(NAMES);
        if (all.haveLikeNames()) {
            all.rests.stream()
                    .flatMap(rest -> rest.keySet().stream())
                    .distinct()
                    .filter(key -> !key.equals(NAMES))
                    .forEach(all::compare);
        }
        return all;
    }

    /** Whether the image names differ in the platform only. Such entries are for one image, even if other keys differ. */
    boolean haveLikeNames() {
        return !differences.contains(NAMES);
    }

    /** The keys whose values differ in more than the platform. */
    Set<String> differences() {
        return differences;
    }

    /** The template for each value of the first entry that has to become one. */
    Map<Scalar, String> templates() {
        return comparison.templates();
    }

    private void compare(String key) {
        if (!isSame(key, NodeComparison.under(key, rests))) {
            differences.add(key);
        }
    }

    private boolean isSame(String key, List<SyntaxNode> values) {
        if (values.size() < rests.size()) {
            return isStandard(key, values);
        }
        if (key.equals(FoldingEntry.IDS)) {
            return values.stream().allMatch(EntryComparison::isListOfTexts);
        }
        int templates = templates().size();
        boolean templated = keys.containsKey(key) && isTemplated(keys.get(key).shape());
        return comparison.same(values) && (templated || templates().size() == templates);
    }

    /** Whether the value, or a part of it, is a template. */
    private static boolean isTemplated(ValueShape shape) {
        return switch (shape) {
            case Single(Class<?> type) -> type == Template.class || type == Condition.class;
            case Items(ValueShape item) -> isTemplated(item);
            case Named(ValueShape value) -> isTemplated(value);
            case Keys(RecordShape keys) ->
                keys.byKey().values().stream().anyMatch(component -> isTemplated(component.shape()));
        };
    }

    /** Whether all values are the default of the key, so that the key can be left out. */
    private boolean isStandard(String key, List<SyntaxNode> values) {
        Optional<String> standard = Optional.ofNullable(keys.get(key)).flatMap(Component::standard);
        return standard.isPresent()
                && values.stream()
                        .allMatch(value -> value.resolved() instanceof Scalar scalar
                                && scalar.value().equals(standard.get()));
    }

    /** Whether two such lists can be joined: an image gets only the programs of its own platform from {@code ids}. */
    private static boolean isListOfTexts(SyntaxNode value) {
        return value.resolved() instanceof Sequence list
                && list.items().stream().allMatch(item -> item.resolved() instanceof Scalar);
    }
}
