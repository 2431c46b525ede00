package dev.jrelease.template.function;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that someone wrote into a template: it may be wrong, and it may not take forever. */
final class RegularExpression {
    private static final int PATIENCE = 2_000_000;
    private static final Pattern GROUP = Pattern.compile("\\$(?:(\\$)|(\\w+)|\\{(\\w+)})");

    private final Pattern pattern;

    private RegularExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    static RegularExpression of(String expression) {
        try {
            return new RegularExpression(Pattern.compile(expression.replace("(?P<", "(?<")));
        } catch (PatternSyntaxException wrong) {
            throw new FunctionFailure("'" + expression + "' is not a regular expression: " + wrong.getDescription());
        } catch (StackOverflowError deep) {
            throw new FunctionFailure("the regular expression is nested too deeply");
        }
    }

    boolean isFoundIn(String text) {
        try {
            return matcher(text).find();
        } catch (StackOverflowError deep) {
            throw tooMuch();
        }
    }

    /** Replaces every match; {@code $1} and <code>${name}</code> stand for groups, as Go has them. */
    String replaceIn(String text, String replacement) {
        try {
            return matcher(text)
                    .replaceAll(match -> Matcher.quoteReplacement(GROUP.matcher(replacement)
                            .replaceAll(name -> Matcher.quoteReplacement(group(match, name)))));
        } catch (StackOverflowError deep) {
            throw tooMuch();
        }
    }

    /** A group that is not there is empty in Go. */
    private String group(MatchResult match, MatchResult reference) {
        if (reference.group(1) != null) {
            return "$";
        }
        String name = reference.group(2) == null ? reference.group(3) : reference.group(2);
        if (name.matches("\\d{1,4}")) {
            int number = Integer.parseInt(name);
            return number <= match.groupCount() && match.group(number) != null ? match.group(number) : "";
        }
        Integer number = pattern.namedGroups().get(name);
        return number != null && match.group(number) != null ? match.group(number) : "";
    }

    private Matcher matcher(String text) {
        return pattern.matcher(new Watched(text, new AtomicInteger(PATIENCE)));
    }

    private static FunctionFailure tooMuch() {
        return new FunctionFailure("the regular expression takes too long to match");
    }

    /** Text that counts how often it is looked at: Java's matching can take time exponential in the text's length. */
    private record Watched(String text, AtomicInteger left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (left.getAndDecrement() <= 0) {
                throw tooMuch();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
