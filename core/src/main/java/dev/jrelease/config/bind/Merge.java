package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Merges the mappings of several files. Lists are appended, those of included files first; mappings are merged key by
 * key; for single values the including file has priority, then the last included file, with a warning if they differ.
 * Nodes keep their locations.
 */
public final class Merge {
    private final BindingContext context;
    private boolean overriding;

    private Merge(BindingContext context) {
        this.context = context;
    }

    /** The mapping of a file merged with its includes, in their order. */
    public static MappingNode of(List<MappingNode> included, MappingNode own, BindingContext context) {
        if (included.isEmpty()) {
            return own;
        }
        Merge merge = new Merge(context);
        MappingNode merged = included.getFirst();
        for (MappingNode next : included.subList(1, included.size())) {
            merged = merge.mappings(merged, next);
        }
        merge.overriding = true;
        return merge.mappings(merged, own);
    }

    /** A mapping without one of its keys. */
    public static MappingNode without(String key, MappingNode mapping, BindingContext context) {
        Map<String, Entry> left = new LinkedHashMap<>(Entries.of(mapping, context));
        return left.remove(key) == null ? mapping : mapping(left, mapping);
    }

    private MappingNode mappings(MappingNode earlier, MappingNode later) {
        Map<String, Entry> all = new LinkedHashMap<>(Entries.of(earlier, context));
        Entries.of(later, context)
                .forEach((name, entry) -> all.merge(
                        name, entry, (one, other) -> new Entry(other.key(), both(name, one.value(), other.value()))));
        return mapping(all, later);
    }

    private static MappingNode mapping(Map<String, Entry> entries, MappingNode like) {
        List<NodeTuple> tuples = entries.values().stream()
                .map(entry -> new NodeTuple(entry.key(), entry.value()))
                .toList();
        return new MappingNode(
                like.getTag(), true, tuples, like.getFlowStyle(), like.getStartMark(), like.getEndMark());
    }

    private Node both(String key, Node earlier, Node later) {
        if (isNothing(later) || !context.enter(later)) {
            return earlier;
        }
        try {
            return isNothing(earlier) ? later : merged(key, earlier, later);
        } finally {
            context.leave();
        }
    }

    private Node merged(String key, Node earlier, Node later) {
        if (earlier instanceof MappingNode one && later instanceof MappingNode other) {
            return mappings(one, other);
        }
        if (earlier instanceof SequenceNode one && later instanceof SequenceNode other) {
            return lists(one, other);
        }
        if (earlier instanceof ScalarNode one && later instanceof ScalarNode other) {
            reportDifference(key, one, other);
        } else {
            String message = "'" + key + "' is " + ValueBinder.kind(later) + " here, and " + ValueBinder.kind(earlier)
                    + " in " + context.place(earlier);
            context.problems().error(context.place(later), message, "use the same form in both files");
        }
        return later;
    }

    private static Node lists(SequenceNode earlier, SequenceNode later) {
        List<Node> items = new ArrayList<>(earlier.getValue());
        items.addAll(later.getValue());
        return new SequenceNode(
                later.getTag(), true, items, later.getFlowStyle(), later.getStartMark(), later.getEndMark());
    }

    private void reportDifference(String key, ScalarNode earlier, ScalarNode later) {
        if (!overriding && !earlier.getValue().equals(later.getValue())) {
            String message = "'" + key + "' is '" + Excerpt.of(later.getValue()) + "' here, and '"
                    + Excerpt.of(earlier.getValue()) + "' in " + context.place(earlier) + ": the last one is used";
            context.problems().warning(context.place(later), message, "set it in the including file");
        }
    }

    private static boolean isNothing(Node node) {
        return YamlReader.isNull(node);
    }
}
