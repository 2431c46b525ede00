package dev.jrelease.pipes.images.context;

import java.util.regex.Pattern;

/**
 * Turns a pattern of paths into a regular expression: {@code *} and {@code ?} stay within a name, {@code **} does
 * not, {@code [a-z]} and {@code [^a-z]} are one character, {@code \} takes the next one as it is.
 *
 * @see <a href="https://pkg.go.dev/path/filepath#Match">the grammar, as Go has it</a>
 */
final class Wildcards {
    private final String pattern;
    private final boolean braces;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int open;

    private Wildcards(String pattern, boolean braces) {
        this.pattern = pattern;
        this.braces = braces;
    }

    /**
     * Compiles a pattern that has to match the whole path.
     *
     * @param braces whether {@code {a,b}} is a choice, and {@code [!a]} the same as {@code [^a]}
     * @throws IllegalArgumentException with a message for people, if the pattern is malformed
     */
    static Pattern compile(String pattern, boolean braces) {
        return Pattern.compile(new Wildcards(pattern, braces).translate(), Pattern.DOTALL);
    }

    /** Whether the whole path matches, or a directory it is in. */
    static boolean matchesOrParent(Pattern pattern, String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (pattern.matcher(path.substring(0, end)).matches()) {
                return true;
            }
        }
        return pattern.matcher(path).matches();
    }

    static boolean hasAny(String path) {
        return path.chars().anyMatch(c -> "*?[{\\".indexOf(c) >= 0);
    }

    /** The directory in front of the first name with a wildcard in it; empty if there is none. */
    static String leadingDirectory(String glob) {
        int slash = glob.indexOf('/');
        String above = "";
        while (slash >= 0 && !hasAny(glob.substring(0, slash))) {
            above = glob.substring(0, slash);
            slash = glob.indexOf('/', slash + 1);
        }
        return above;
    }

    private String translate() {
        while (at < pattern.length()) {
            next(pattern.charAt(at++));
        }
        if (open > 0) {
            throw malformed("a '{' is not closed");
        }
        return regex.toString();
    }

    private void next(char c) {
        switch (c) {
            case '*' -> star();
            case '?' -> regex.append("[^/]");
            case '[' -> characters();
            case '\\' -> literal(escaped());
            case '{', '}', ',' -> choice(c);
            default -> {
                at--;
                literal(character());
            }
        }
    }

    private void choice(char c) {
        if (c == '{' && braces) {
            regex.append("(?:");
            open++;
        } else if (c == '}' && open > 0) {
            regex.append(')');
            open--;
        } else if (c == ',' && open > 0) {
            regex.append('|');
        } else {
            literal(c);
        }
    }
    /** A {@code **} swallows the slash after it: {@code **}{@code /x} is {@code x} in any directory and in none. */
    private void star() {
        if (!isAt('*')) {
            regex.append("[^/]*");
            return;
        }
        at++;
        if (isAt('/')) {
            at++;
        }
        regex.append(at == pattern.length() ? ".*" : "(?:.*/)?");
    }

    private void characters() {
        boolean negated = isAt('^') || (braces && isAt('!'));
        if (negated) {
            at++;
        }
        regex.append(braces ? "(?!/)" : "").append(negated ? "[^" : "[");
        boolean empty = true;
        while (empty || !isAt(']')) {
            range();
            empty = false;
        }
        at++;
        regex.append(']');
    }

    private void range() {
        int low = member();
        int high = low;
        if (isAt('-')) {
            at++;
            high = member();
        }
        if (high < low) {
            throw malformed("a range in '[…]' runs backwards");
        }
        regex.append(String.format("\\x{%x}-\\x{%x}", low, high));
    }

    private int member() {
        if (at >= pattern.length()) {
            throw malformed("a '[' is not closed");
        }
        if (isAt('-') || isAt(']')) {
            throw malformed("'" + pattern.charAt(at) + "' needs a '\\' in front of it in '[…]'");
        }
        if (isAt('\\')) {
            at++;
            return escaped();
        }
        return character();
    }

    private int escaped() {
        if (at >= pattern.length()) {
            throw malformed("it ends with a '\\'");
        }
        return character();
    }

    private int character() {
        int codePoint = pattern.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }

    private boolean isAt(char c) {
        return at < pattern.length() && pattern.charAt(at) == c;
    }

    private void literal(int codePoint) {
        regex.append(Pattern.quote(Character.toString(codePoint)));
    }

    private IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException("malformed pattern '" + pattern + "': " + why);
    }
}
