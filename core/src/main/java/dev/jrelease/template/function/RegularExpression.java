package dev.jrelease.template.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression with Go's syntax and results, in linear time. */
final class RegularExpression {
    private static final Pattern GROUP = Pattern.compile("\\$(?:(\\$)|(\\w+)|\\{(\\w+)\\})");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private final Pattern pattern;

    private RegularExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    static RegularExpression of(String expression) {
        try {
            return new RegularExpression(Pattern.compile(expression));
        } catch (PatternSyntaxException wrong) {
            throw new FunctionFailure("'" + expression + "' is not a regular expression: " + wrong.getDescription());
        }
    }

    boolean isFoundIn(String text) {
        return pattern.matcher(text).find();
    }

    /**
     * Replaces every match. {@code $1} and <code>${name}</code> in the replacement refer to groups.
     *
     * @see <a href="https://pkg.go.dev/regexp#Regexp.Expand">Expand</a>
     */
    String replaceIn(String text, String replacement) {
        StringBuilder result = new StringBuilder();
        Matcher match = pattern.matcher(text);
        int end = 0;
        boolean first = true;
        while (match.find()) {
            // Go ignores an empty match directly after another match.
            if (first || match.end() > match.start() || match.start() > end) {
                result.append(text, end, match.start()).append(expanded(replacement, match));
                end = match.end();
                first = false;
            }
        }
        return result.append(text, end, text.length()).toString();
    }

    private String expanded(String replacement, Matcher match) {
        StringBuilder result = new StringBuilder();
        Matcher reference = GROUP.matcher(replacement);
        int end = 0;
        while (reference.find()) {
            result.append(replacement, end, reference.start());
            result.append(reference.group(1) != null ? "$" : group(match, name(reference)));
            end = reference.end();
        }
        return result.append(replacement, end, replacement.length()).toString();
    }

    private static String name(Matcher reference) {
        return reference.group(2) != null ? reference.group(2) : reference.group(3);
    }

    /** A group; empty if it does not exist or did not match. */
    private String group(Matcher match, String name) {
        Integer number = NUMBER.matches(name)
                ? Integer.valueOf(name)
                : pattern.namedGroups().get(name);
        if (number == null || number > match.groupCount()) {
            return "";
        }
        String text = match.group(number);
        return text == null ? "" : text;
    }
}
