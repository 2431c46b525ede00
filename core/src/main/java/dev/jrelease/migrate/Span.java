package dev.jrelease.migrate;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Pair;

/** Some characters of a text: from an offset up to another. */
record Span(int start, int end) {
    static Span of(SyntaxNode node) {
        return new Span(node.start(), node.end());
    }

    static Span of(Pair pair) {
        return new Span(pair.start(), pair.end());
    }

    boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
