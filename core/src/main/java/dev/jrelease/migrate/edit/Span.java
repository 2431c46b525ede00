package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Pair;

/** Some characters of a text: from an offset up to another. */
public record Span(int start, int end) {
    public static Span of(SyntaxNode node) {
        return new Span(node.start(), node.end());
    }

    public static Span of(Pair pair) {
        return new Span(pair.start(), pair.end());
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
