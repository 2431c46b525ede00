package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Partials;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What binding a file needs: its text, whom to tell, and how much it may still do. */
public final class BindingContext {
    private static final int DEEPEST = 100;
    private static final int MOST_WORK = 100_000;
    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.SEQ, Tag.MAP, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
    private static final int CHARACTERS_PER_NODE = 64;

    private final SourceText source;
    private final Partials partials;
    private final boolean lenient;
    private final Problems problems;
    private int depth;
    private int work;
    private boolean refused;

    /**
     * Starts to bind a file.
     *
     * @param partials what templates may include
     * @param lenient whether keys that are known and not followed are no errors, as in a file of GoReleaser's
     */
    public BindingContext(SourceText source, Partials partials, boolean lenient, Problems problems) {
        this.source = source;
        this.partials = partials;
        this.lenient = lenient;
        this.problems = problems;
    }

    SourceText source() {
        return source;
    }

    Partials partials() {
        return partials;
    }

    boolean isLenient() {
        return lenient;
    }

    Problems problems() {
        return problems;
    }

    Location place(Node node) {
        return source.of(node);
    }

    String quotes() {
        return "put quotes around a value that begins with {{";
    }

    /**
     * Starts with a node: aliases can make a small file as large as they like, or a node a part of itself. Whoever
     * entered leaves.
     */
    boolean enter(Node node) {
        if (refused) {
            return false;
        }
        if (depth >= DEEPEST || work >= MOST_WORK) {
            refused = true;
            String why = depth >= DEEPEST ? "nests more than " + DEEPEST + " deep" : "is too much to read";
            problems.error(place(node), "what the aliases make of the file " + why);
            return false;
        }
        if (!TAGS.contains(node.getTag())) {
            problems.error(place(node), "the tag " + node.getTag().getValue() + " has no meaning here");
        }
        depth++;
        work += size(node);
        return true;
    }

    private static int size(Node node) {
        return switch (node) {
            case ScalarNode scalar -> 1 + scalar.getValue().length() / CHARACTERS_PER_NODE;
            case MappingNode mapping -> 1 + mapping.getValue().size();
            default -> 1;
        };
    }

    void leave() {
        depth--;
    }
}
