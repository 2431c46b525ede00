package dev.jrelease.config.yaml;

import dev.jrelease.failure.Location;
import dev.jrelease.template.Positions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where the characters of a scalar's value stand in the file: exact on one line and in {@code |} blocks, else its
 * start, because folding loses track.
 */
public final class ScalarPositions {
    private static final Pattern PROPERTIES = Pattern.compile("(?:[&!]\\S*[ \\t]+)+");

    private ScalarPositions() {}

    public static Positions of(ScalarNode scalar, SourceText source) {
        Location start = behindProperties(source.of(scalar), source);
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
            case SINGLE_QUOTED -> singleQuoted(scalar.getValue(), start);
            case DOUBLE_QUOTED -> doubleQuoted(start, source);
            default -> Positions.all(start);
        };
    }

    /** A node starts at its anchor or tag, if it has one. */
    private static Location behindProperties(Location start, SourceText source) {
        Matcher properties = PROPERTIES.matcher(source.from(start));
        return properties.lookingAt() ? moved(start, properties.end()) : start;
    }

    /** A quote is written twice. */
    private static Positions singleQuoted(String value, Location start) {
        return offset -> {
            String before = value.substring(0, Math.clamp(offset, 0, value.length()));
            long quotes = before.chars().filter(letter -> letter == '\'').count();
            return moved(start, before.codePointCount(0, before.length()) + 1 + (int) quotes);
        };
    }

    /** A letter can be written as two, four, six or ten. */
    private static Positions doubleQuoted(Location start, SourceText source) {
        String raw = source.from(start);
        return offset -> {
            int at = 1;
            int units = 0;
            while (units < offset && at < raw.length()) {
                int length = written(raw, at);
                units += length == 10 ? 2 : 1;
                at += length;
            }
            int index = Math.min(at, raw.length());
            return moved(start, raw.codePointCount(0, index));
        };
    }

    private static int written(String raw, int at) {
        if (raw.charAt(at) != '\\' || at + 1 >= raw.length()) {
            return 1;
        }
        return switch (raw.charAt(at + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    /** The lines stand below the {@code |}, each behind its indentation. */
    private static Positions literal(String value, Location start, SourceText source) {
        List<String> lines = value.lines().toList();
        return offset -> {
            String before = value.substring(0, Math.clamp(offset, 0, value.length()));
            int line = (int) before.chars().filter(letter -> letter == '\n').count();
            int inLine = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
            int number = start.line() + 1 + line;
            int written = source.line(number).length();
            int indentation =
                    line < lines.size() ? Math.max(0, written - lines.get(line).length()) : 0;
            return new Location(start.file(), number, indentation + inLine + 1);
        };
    }

    private static Location moved(Location start, int columns) {
        return new Location(start.file(), start.line(), start.column() + columns);
    }
}
