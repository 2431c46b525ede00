package dev.jrelease.config.yaml;

import dev.jrelease.failure.Location;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A file's text by its lines. */
public final class SourceText {
    private final String name;
    private final String text;
    private final List<String> lines;

    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lines = text.lines().toList();
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** A line without its end, counted from 1; empty where there is none. */
    public String line(int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    public Location start() {
        return new Location(name, 1, 1);
    }

    /** Where a node starts. */
    public Location of(Node node) {
        return of(node.getStartMark());
    }

    Location of(Optional<Mark> mark) {
        return mark.map(at -> new Location(name, at.getLine() + 1, at.getColumn() + 1))
                .orElseGet(this::start);
    }

    /** The place of a character, counted from 0 in code points. */
    Location ofCharacter(int index) {
        int[] before = text.codePoints().limit(index).toArray();
        String read = new String(before, 0, before.length);
        int line = (int) read.chars().filter(letter -> letter == '\n').count();
        String last = read.substring(read.lastIndexOf('\n') + 1);
        return new Location(name, line + 1, last.codePointCount(0, last.length()) + 1);
    }

    /** What stands at a place, up to the end of its line. */
    public String from(Location place) {
        String line = line(place.line());
        int count = Math.min(place.column() - 1, line.codePointCount(0, line.length()));
        return line.substring(line.offsetByCodePoints(0, count));
    }
}
