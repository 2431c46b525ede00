package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The state of binding a configuration: its files, the problems, and limits. */
public final class BindingContext {
    private static final int DEEPEST = 100;
    private static final int WORK_OF_ANY = 100_000;
    private static final int WORK_PER_CHARACTER = 2;
    private static final Set<Tag> TAGS = Set.of(Tag.STR, Tag.SEQ, Tag.MAP, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
    private static final int CHARACTERS_PER_NODE = 64;

    private final Map<String, SourceFile> files = new HashMap<>();
    private final Problems problems;
    private int depth;
    private int work;
    private int mostWork = WORK_OF_ANY;
    private boolean refused;

    public BindingContext(Problems problems) {
        this.problems = problems;
    }

    /** Adds a file, before its nodes are bound. */
    public void add(SourceFile file) {
        files.put(file.text().name(), file);
        mostWork += WORK_PER_CHARACTER * file.text().text().length();
        problems.learn(file.text().name(), file.text().text());
    }

    /** The same files for another pass. */
    BindingContext again(Problems others) {
        BindingContext context = new BindingContext(others);
        context.files.putAll(files);
        context.mostWork = mostWork;
        return context;
    }

    /** The file of a node. */
    SourceFile file(Node node) {
        return file(place(node));
    }

    private SourceFile file(Location place) {
        SourceFile file = files.get(place.file());
        if (file == null) {
            throw new IllegalStateException("no node comes from " + place.file());
        }
        return file;
    }

    /** Whether a location is in a GoReleaser file. */
    public boolean isLenient(Location place) {
        SourceFile file = files.get(place.file());
        return file != null && file.lenient();
    }

    Problems problems() {
        return problems;
    }

    Location place(Node node) {
        return SourceText.place(node);
    }

    String quotes() {
        return "quote a value that begins with {{";
    }

    /**
     * Enters a node, and counts it: aliases can make a small file arbitrarily large, or a node a part of itself. Each
     * entered node must be left.
     */
    boolean enter(Node node) {
        if (refused) {
            return false;
        }
        if (depth >= DEEPEST || work >= mostWork) {
            refused = true;
            String why = depth >= DEEPEST ? "nests more than " + DEEPEST + " deep" : "is too much to read";
            problems.error(place(node), "the file with its aliases " + why);
            return false;
        }
        if (!TAGS.contains(node.getTag())) {
            problems.error(place(node), "the tag " + node.getTag().getValue() + " has no meaning here");
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().indexOf('\0') >= 0) {
            problems.error(
                    place(node),
                    "the value contains a NUL character, which is not valid in names, paths and arguments");
            return false;
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
