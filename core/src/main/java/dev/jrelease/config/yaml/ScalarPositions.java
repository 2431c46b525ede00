package dev.jrelease.config.yaml;

import dev.jrelease.failure.Location;
import dev.jrelease.template.Positions;
import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.regex.MatchResult;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The locations of the characters of a scalar: exact for one line and for {@code |} blocks; for folded scalars its
 * start.
 */
public final class ScalarPositions {
    private static final LinearPattern PROPERTIES = LinearPattern.of("(?:[&!]\\S*+[ \\t]++)++");

    private ScalarPositions() {}

    public static Positions of(ScalarNode scalar, SourceText source) {
        String raw = source.of(scalar);
        int properties = properties(raw);
        Location start = moved(SourceText.place(scalar), properties);
        if (scalar.getScalarStyle() == ScalarStyle.LITERAL) {
            return literal(scalar.getValue(), start, source);
        }
        boolean oneLine = scalar.getStartMark()
                .map(Mark::getLine)
                .equals(scalar.getEndMark().map(Mark::getLine));
        if (!oneLine) {
            return Positions.all(start);
        }
        return switch (scalar.getScalarStyle()) {
            case PLAIN -> Positions.from(start, scalar.getValue());
            case SINGLE_QUOTED -> inLine(start, singleQuoted(scalar.getValue()));
            case DOUBLE_QUOTED -> inLine(start, doubleQuoted(scalar.getValue(), raw.substring(properties)));
            default -> Positions.all(start);
        };
    }

    /** The length of the anchor or tag before the value. */
    private static int properties(String raw) {
        return PROPERTIES.matchAtStart(raw).map(MatchResult::end).orElse(0);
    }

    private static Positions inLine(Location start, int[] columns) {
        return offset -> moved(start, columns[Math.clamp(offset, 0, columns.length - 1)]);
    }

    /** The offsets of characters in single quotes, where a quote is written twice. */
    private static int[] singleQuoted(String value) {
        int[] columns = new int[value.length() + 1];
        int column = 1;
        for (int i = 0; i < value.length(); i++) {
            columns[i] = column;
            column += value.charAt(i) == '\'' ? 2 : width(value.charAt(i));
        }
        columns[value.length()] = column;
        return columns;
    }

    /** The offsets of characters in double quotes, where an escape may have two, four, six or ten characters. */
    private static int[] doubleQuoted(String value, String raw) {
        int[] columns = new int[value.length() + 1];
        int at = 1;
        int column = 1;
        for (int i = 0; i < value.length(); i++) {
            columns[i] = column;
            int written = written(raw, at);
            if (written == 10 && Character.isHighSurrogate(value.charAt(i))) {
                continue;
            }
            at += written;
            column += written == 1 ? width(value.charAt(i)) : written;
        }
        columns[value.length()] = column;
        return columns;
    }

    /** The second half of a surrogate pair has no width. */
    private static int width(char letter) {
        return Character.isHighSurrogate(letter) ? 0 : 1;
    }

    private static int written(String raw, int at) {
        if (at + 1 >= raw.length() || raw.charAt(at) != '\\') {
            return 1;
        }
        return switch (raw.charAt(at + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    /** The positions of a {@code |} block, whose lines are indented. */
    private static Positions literal(String value, Location start, SourceText source) {
        List<String> lines = value.lines().toList();
        Location below = new Location(start.file(), start.line() + 1, 1);
        return Positions.lines(below, value, line -> {
            int written = source.line(below.line() + line).length();
            return line < lines.size() ? Math.max(0, written - lines.get(line).length()) + 1 : 1;
        });
    }

    private static Location moved(Location start, int columns) {
        return new Location(start.file(), start.line(), start.column() + columns);
    }
}
