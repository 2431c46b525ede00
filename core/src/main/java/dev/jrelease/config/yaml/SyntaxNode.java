package dev.jrelease.config.yaml;

import java.util.List;
import java.util.stream.Stream;

/**
 * A node of YAML as it is written: aliases are aliases, merge keys are keys, and every node knows which characters of
 * the text it is. For code that changes a part of the text and keeps the rest.
 */
public sealed interface SyntaxNode {
    /** The offset of its first character, be it of its anchor. */
    int start();

    /** The offset behind its last character; comments and line breaks behind it are not its own. */
    int end();

    /** The nodes right below it, as they are written. */
    default Stream<SyntaxNode> children() {
        return Stream.empty();
    }

    /** What it stands for: of an alias, the node that has the anchor. */
    default SyntaxNode resolved() {
        return this;
    }

    /** The node and all below it, as they are written. */
    default Stream<SyntaxNode> all() {
        return Stream.concat(Stream.of(this), children().flatMap(SyntaxNode::all));
    }

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }

    /**
     * A single value.
     *
     * @param content the offset of its text or first quote, behind its anchor
     */
    record Scalar(int start, int content, int end, String value, Style style) implements SyntaxNode {}

    /**
     * A list.
     *
     * @param flow whether it is written in brackets
     */
    record Sequence(int start, int end, boolean flow, List<SyntaxNode> items) implements SyntaxNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Stream<SyntaxNode> children() {
            return items.stream();
        }
    }

    /**
     * Keys and values.
     *
     * @param flow whether it is written in braces
     */
    record Mapping(int start, int end, boolean flow, List<Pair> pairs) implements SyntaxNode {
        public Mapping {
            pairs = List.copyOf(pairs);
        }

        @Override
        public Stream<SyntaxNode> children() {
            return pairs.stream().flatMap(pair -> Stream.of(pair.key(), pair.value()));
        }
    }

    /** {@code *name} */
    record Alias(int start, int end, String name, SyntaxNode target) implements SyntaxNode {
        @Override
        public SyntaxNode resolved() {
            return target;
        }
    }

    /** A key and its value. */
    record Pair(SyntaxNode key, SyntaxNode value) {
        public int start() {
            return key.start();
        }

        public int end() {
            return value.end();
        }

        /** The key as text; empty if it is something else. */
        public String name() {
            return key.resolved() instanceof Scalar scalar ? scalar.value() : "";
        }

        /** Whether it stands for the pairs of other mappings. */
        public boolean isMerge() {
            return key instanceof Scalar scalar
                    && scalar.style() == Style.PLAIN
                    && scalar.value().equals("<<");
        }
    }
}
