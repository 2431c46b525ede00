package dev.jrelease.config.yaml;

import dev.jrelease.text.LinearPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Determines the column in which a line must begin, from the lines above it. */
record Indentation(SourceText source) {
    private static final LinearPattern ITEM = LinearPattern.of("( *+)-(?: .*+)?");
    private static final LinearPattern KEY =
            LinearPattern.of("( *+(?:- ++)*+)((?:[^\\s:#\"'{}\\[\\]-]|-(?! ))" + "(?:[^:#]|:(?! |$))*+):(?: .*+)?");

    private record KeyLine(int number, int column, String key) {}

    static boolean isKey(String line) {
        return KEY.matches(line);
    }

    static boolean isItem(String line) {
        return ITEM.matches(line);
    }

    /** The number of spaces at the start of a line. */
    static int of(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The number of characters before the first key of a line, which may be behind the dash of an item. */
    static int ofKey(String line) {
        return KEY.match(line).map(key -> key.end(1)).orElseGet(() -> of(line));
    }

    /** The hint for a line that begins in the wrong column; empty if the right column is not certain. */
    Optional<String> hint(int number) {
        String line = source.line(number);
        if (isItem(line)) {
            return item(number);
        }
        int column = of(line) + 1;
        return open(number).stream()
                .filter(above -> isKey(line) && above.column != column)
                .min(Comparator.comparingInt(above -> Math.abs(above.column - column)))
                .map(above ->
                        "begin it in column " + above.column + ", like " + above.key + " in line " + above.number);
    }

    private Optional<String> item(int number) {
        int above = number - 1;
        while (above > 0 && isWithoutContent(source.line(above))) {
            above--;
        }
        String line = source.line(above);
        Optional<MatchResult> key = KEY.match(line);
        if (key.isPresent()) {
            return Optional.of("begin all items of a list in the same column, right of "
                    + key.get().group(2) + " in line " + above);
        }
        return isItem(line)
                ? Optional.of("begin it in column " + (of(line) + 1) + ", like the item in line " + above)
                : Optional.empty();
    }

    private static boolean isWithoutContent(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** The keys to which a line may add another one, from the innermost to the outermost. */
    private List<KeyLine> open(int number) {
        List<KeyLine> keys = new ArrayList<>();
        int outer = Integer.MAX_VALUE;
        for (int above = number - 1; above > 0 && outer > 1; above--) {
            Optional<MatchResult> key = KEY.match(source.line(above));
            int column = key.map(found -> found.end(1) + 1).orElse(Integer.MAX_VALUE);
            if (key.isPresent() && column < outer) {
                keys.add(new KeyLine(above, column, key.get().group(2)));
                outer = column;
            }
        }
        return keys;
    }
}
