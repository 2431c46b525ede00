package dev.jrelease.glob;

import java.util.BitSet;
import java.util.List;

/**
 * A pattern for names or paths. All alternatives are matched in one pass, so the time is at most the product of the
 * lengths of text and pattern.
 */
public final class Glob {
    private final List<Step> steps;
    private final BitSet start;

    private Glob(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.start = new BitSet();
        reach(0, start);
    }

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException with a message for users, if the pattern is malformed
     */
    public static Glob compile(String pattern, GlobSyntax syntax) {
        return new Glob(new GlobCompiler(pattern, syntax).compile());
    }

    /** Whether a path has characters that are special in {@link GlobSyntax#FILES}. */
    public static boolean hasWildcards(String path) {
        return path.chars().anyMatch(c -> "*?[{\\".indexOf(c) >= 0);
    }

    /** The folder before the first name with a wildcard; empty if there is none. */
    public static String leadingDirectory(String pattern) {
        int slash = pattern.indexOf('/');
        String above = "";
        while (slash >= 0 && !hasWildcards(pattern.substring(0, slash))) {
            above = pattern.substring(0, slash);
            slash = pattern.indexOf('/', slash + 1);
        }
        return above;
    }

    /** Whether the pattern matches the whole text. */
    public boolean matches(String text) {
        return matches(text, false);
    }

    /** Whether the pattern matches the whole path or a folder above it. */
    public boolean matchesOrParent(String path) {
        return matches(path, true);
    }

    private boolean matches(String text, boolean orParent) {
        BitSet reached = start;
        for (int i = 0; i < text.length() && !reached.isEmpty(); ) {
            int character = text.codePointAt(i);
            if (orParent && character == '/' && i > 0 && isEnd(reached)) {
                return true;
            }
            reached = after(character, reached);
            i += Character.charCount(character);
        }
        return isEnd(reached);
    }

    private BitSet after(int character, BitSet reached) {
        BitSet next = new BitSet(steps.size() + 1);
        for (int step = reached.nextSetBit(0); step >= 0; step = reached.nextSetBit(step + 1)) {
            if (step < steps.size() && steps.get(step) instanceof Step.Take(var wanted) && wanted.test(character)) {
                reach(step + 1, next);
            }
        }
        return next;
    }

    private boolean isEnd(BitSet reached) {
        return reached.get(steps.size());
    }

    /** Adds a step and the steps that follow it without consuming a character. */
    private void reach(int step, BitSet reached) {
        BitSet open = new BitSet();
        open.set(step);
        for (int next = step; next >= 0; next = open.nextSetBit(0)) {
            open.clear(next);
            if (!reached.get(next)) {
                reached.set(next);
                if (next < steps.size() && steps.get(next) instanceof Step.Fork(List<Integer> to)) {
                    to.forEach(open::set);
                }
            }
        }
    }
}
