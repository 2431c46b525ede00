package dev.jrelease.config.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The entries of a mapping, including those of merge keys.
 *
 * @see <a href="https://yaml.org/type/merge.html">merge keys</a>
 */
final class Entries {
    private final BindingContext context;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Entries(BindingContext context) {
        this.context = context;
    }

    /** The entries by name, in the order of the file. Merged ones come last and never replace the mapping's own. */
    static Map<String, Entry> of(MappingNode mapping, BindingContext context) {
        Entries all = new Entries(context);
        if (context.enter(mapping)) {
            all.addAll(mapping);
            context.leave();
        }
        return all.entries;
    }

    private void addAll(MappingNode mapping) {
        List<Node> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                context.problems().error(context.place(tuple.getKeyNode()), "a key must be text", context.quotes());
            } else if (key.getValue().equals("<<") && key.getScalarStyle() == ScalarStyle.PLAIN) {
                merged.add(tuple.getValueNode());
            } else {
                add(new Entry(key, tuple.getValueNode()));
            }
        }
        merged.forEach(this::merge);
    }

    private void add(Entry entry) {
        if (entry.name().startsWith("\u00a0")) {
            context.problems()
                    .error(
                            context.place(entry.key()),
                            "the line begins with U+00A0, which looks like a space",
                            "indent with spaces");
            return;
        }
        Entry earlier = entries.putIfAbsent(entry.name(), entry);
        if (earlier != null) {
            context.problems()
                    .error(
                            context.place(entry.key()),
                            "'" + entry.name() + "' is defined twice",
                            "first in line " + context.place(earlier.key()).line() + "; remove one of them");
        }
    }

    private void merge(Node node) {
        switch (node) {
            case MappingNode mapping -> of(mapping, context).forEach(entries::putIfAbsent);
            case SequenceNode sequence
            when context.enter(sequence) -> {
                sequence.getValue().forEach(this::merge);
                context.leave();
            }
            default -> context.problems().error(context.place(node), "'<<' merges mappings only");
        }
    }
}
