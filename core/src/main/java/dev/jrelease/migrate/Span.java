package dev.jrelease.migrate;

import dev.jrelease.config.yaml.SyntaxNode;

/** Some characters of a text: from an offset up to another. */
record Span(int start, int end) {
    static Span of(SyntaxNode node) {
        return new Span(node.start(), node.end());
    }

    boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
