package dev.jrelease.glob;

import dev.jrelease.glob.Step.Fork;
import dev.jrelease.glob.Step.Take;
import dev.jrelease.text.LinearPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** Compiles a pattern to steps. */
final class GlobCompiler {
    private static final LinearPattern PLAIN_END = LinearPattern.of("\\*\\*[^/*?\\[\\]\\\\][^*?\\[\\]\\\\]*+");

    private final PatternReader pattern;
    private final GlobSyntax syntax;
    private final List<Step> steps = new ArrayList<>();
    private final Deque<Choice> open = new ArrayDeque<>();

    GlobCompiler(String pattern, GlobSyntax syntax) {
        this.pattern = new PatternReader(pattern);
        this.syntax = syntax;
    }

    /** An open brace: the first steps of its branches, and the steps that leave them. */
    private record Choice(List<Integer> branches, List<List<Integer>> ends) {}

    List<Step> compile() {
        if (syntax == GlobSyntax.DOCKERIGNORE && PLAIN_END.matches(pattern.toString())) {
            pattern.skip("**");
            any(GlobCompiler::isAnything);
        }
        while (pattern.hasNext()) {
            next(pattern.next());
        }
        if (!open.isEmpty()) {
            throw pattern.malformed("a '{' is not closed");
        }
        return steps;
    }

    private void next(int c) {
        if (syntax.knowsPaths()) {
            special(c);
        } else if (c == '*') {
            any(GlobCompiler::isAnything);
        } else if (c == '?') {
            take(GlobCompiler::isAnything);
        } else {
            literal(c);
        }
    }

    private void special(int c) {
        switch (c) {
            case '*' -> star();
            case '?' -> take(GlobCompiler::isInName);
            case '[' -> take(new CharacterClass(pattern, syntax).read());
            case '\\' -> literal(pattern.escaped());
            case '{', '}', ',' -> choice(c);
            default -> literal(c);
        }
    }

    private void choice(int c) {
        if (c == '{' && syntax.hasChoices()) {
            Choice choice = new Choice(new ArrayList<>(), new ArrayList<>());
            steps.add(new Fork(choice.branches()));
            choice.branches().add(steps.size());
            open.push(choice);
        } else if (c == ',' && !open.isEmpty()) {
            endBranch(open.element());
            open.element().branches().add(steps.size());
        } else if (c == '}' && !open.isEmpty()) {
            Choice choice = open.pop();
            choice.ends().forEach(end -> end.add(steps.size()));
        } else {
            literal(c);
        }
    }

    private void endBranch(Choice choice) {
        List<Integer> end = new ArrayList<>();
        steps.add(new Fork(end));
        choice.ends().add(end);
    }

    /** {@code **} includes the slash after it: {@code **}{@code /x} is {@code x} in any folder and in none. */
    private void star() {
        if (!pattern.skip("*")) {
            any(GlobCompiler::isInName);
            return;
        }
        pattern.skip("/");
        if (!pattern.hasNext()) {
            any(GlobCompiler::isAnything);
            return;
        }
        List<Integer> directories = new ArrayList<>(List.of(steps.size() + 1));
        steps.add(new Fork(directories));
        any(GlobCompiler::isAnything);
        literal('/');
        directories.add(steps.size());
    }

    /** Matches any number of such characters. */
    private void any(IntPredicate character) {
        int from = steps.size();
        steps.add(new Fork(List.of(from + 1, from + 3)));
        take(character);
        steps.add(new Fork(List.of(from)));
    }

    private void take(IntPredicate character) {
        steps.add(new Take(character));
    }

    private void literal(int expected) {
        take(c -> c == expected);
    }

    private static boolean isAnything(int c) {
        return true;
    }

    private static boolean isInName(int c) {
        return c != '/';
    }
}
