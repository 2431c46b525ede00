package dev.jrelease.glob;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads {@code [a-z]} after its first bracket. */
final class CharacterClass {
    private final PatternReader pattern;
    private final GlobSyntax syntax;

    CharacterClass(PatternReader pattern, GlobSyntax syntax) {
        this.pattern = pattern;
        this.syntax = syntax;
    }

    private record Range(int low, int high) {
        boolean holds(int c) {
            return low <= c && c <= high;
        }
    }

    IntPredicate read() {
        boolean negated = pattern.skip("^") || (syntax.hasChoices() && pattern.skip("!"));
        List<Range> ranges = new ArrayList<>();
        while (ranges.isEmpty() || !pattern.isAt("]")) {
            ranges.add(range());
        }
        pattern.skip("]");
        boolean inName = syntax.hasChoices();
        return c -> (!inName || c != '/') && ranges.stream().anyMatch(range -> range.holds(c)) != negated;
    }

    private Range range() {
        int low = member();
        int high = pattern.skip("-") ? member() : low;
        if (high < low) {
            throw pattern.malformed("a range in '[…]' ends before it begins");
        }
        return new Range(low, high);
    }

    private int member() {
        if (!pattern.hasNext()) {
            throw pattern.malformed("a '[' is not closed");
        }
        int character = pattern.next();
        if (character == '-' || character == ']') {
            throw pattern.malformed("'" + Character.toString(character) + "' needs a '\\' before it in '[…]'");
        }
        return character == '\\' ? pattern.escaped() : character;
    }
}
