package dev.jrelease.text;

import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a regular expression and refuses what could take more than linear time. */
final class PatternRule {
    private final String expression;
    private final Deque<Group> groups = new ArrayDeque<>();
    private int at;
    private Group current = new Group(false);
    private boolean runIsLast = true;

    /** A group, and whether what has been read of it, or an alternative before, ends in what repeats without limit. */
    private static final class Group {
        private final boolean looksAround;
        private boolean endsInRun;
        private boolean alternativeEndsInRun;

        private Group(boolean looksAround) {
            this.looksAround = looksAround;
        }
    }

    private PatternRule(String expression) {
        this.expression = expression;
    }

    /** @throws IllegalArgumentException if the expression may go back over what it has read */
    static PatternRule of(String expression) {
        PatternRule rule = new PatternRule(expression);
        while (rule.at < expression.length()) {
            rule.next();
        }
        return rule;
    }

    /** Whether what repeats without limit, if anything does, is the last thing that the expression wants. */
    boolean runIsLast() {
        return runIsLast;
    }

    private void next() {
        char character = expression.charAt(at++);
        switch (character) {
            case '(' -> open();
            case ')' -> close();
            case '|' -> {
                current.alternativeEndsInRun |= current.endsInRun;
                current.endsInRun = false;
            }
            case '*', '+' -> repeats();
            case '{' -> {
                int end = expression.indexOf('}', at);
                at = end + 1;
                if (expression.charAt(end - 1) == ',') {
                    repeats();
                }
            }
            case '?' -> {}
            default -> element(character);
        }
    }

    private void element(char first) {
        runIsLast &= !current.endsInRun;
        if (first == '\\') {
            escaped();
        } else if (first == '[') {
            endOfClass();
        }
    }

    private void escaped() {
        char escaped = expression.charAt(at++);
        if (escaped == 'Q') {
            int end = expression.indexOf("\\E", at);
            at = end < 0 ? expression.length() : end + 2;
        } else if ("123456789kGRX".indexOf(escaped) >= 0) {
            throw refused("\\" + escaped);
        }
    }

    private void endOfClass() {
        at += expression.startsWith("^", at) ? 1 : 0;
        at += expression.startsWith("]", at) ? 1 : 0;
        for (int depth = 1; depth > 0; at++) {
            char character = expression.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '[') {
                depth++;
            } else if (character == ']') {
                depth--;
            }
        }
    }

    private void open() {
        boolean special = expression.startsWith("?", at);
        boolean named = special && Character.isLetter(expression.charAt(at + 2)) && expression.charAt(at + 1) == '<';
        boolean looksAround = special && !named && "=!<".indexOf(expression.charAt(at + 1)) >= 0;
        runIsLast &= !current.endsInRun;
        groups.push(current);
        current = new Group(looksAround);
        if (special) {
            int end = at + 1;
            while (":=!>)".indexOf(expression.charAt(end)) < 0) {
                end++;
            }
            at = expression.charAt(end) == ')' ? end : end + 1;
        }
    }

    private void close() {
        Group closed = current;
        current = groups.pop();
        current.endsInRun = closed.endsInRun || closed.alternativeEndsInRun;
    }

    private void repeats() {
        boolean possessive = expression.startsWith("+", at);
        boolean looksAround = current.looksAround || groups.stream().anyMatch(group -> group.looksAround);
        if (!possessive || looksAround) {
            throw refused(expression.substring(Math.max(0, at - 2), at));
        }
        at++;
        current.endsInRun = true;
    }

    private IllegalArgumentException refused(String part) {
        return new IllegalArgumentException("'" + part + "' in " + expression + " is not sure to be linear");
    }
}
