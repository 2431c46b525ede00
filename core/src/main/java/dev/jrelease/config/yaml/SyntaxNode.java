package dev.jrelease.config.yaml;

import java.util.List;
import java.util.stream.Stream;

/**
 * A YAML node as it is written: aliases and merge keys are not resolved, and every node has its range in the text. It
 * is for edits that keep the rest of the text.
 */
public sealed interface SyntaxNode {
    /** The offset of its first character, including its anchor. */
    int start();

    /** The offset after its last character; comments and line breaks after it are not included. */
    int end();

    /** The direct children, as they are written. */
    default Stream<SyntaxNode> children() {
        return Stream.empty();
    }

    /** The node; for an alias, the node with the anchor. */
    default SyntaxNode resolved() {
        return this;
    }

    /** The node and all nodes below it, as they are written. */
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
     * @param content the offset of its text or first quote, after its anchor
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

        /** The key as text; empty if it is not text. */
        public String name() {
            return key.resolved() instanceof Scalar scalar ? scalar.value() : "";
        }

        /** Whether it is a merge key. */
        public boolean isMerge() {
            return key instanceof Scalar scalar
                    && scalar.style() == Style.PLAIN
                    && scalar.value().equals("<<");
        }
    }
}
