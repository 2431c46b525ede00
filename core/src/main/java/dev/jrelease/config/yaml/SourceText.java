package dev.jrelease.config.yaml;

import dev.jrelease.failure.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a file, by line. */
public final class SourceText {
    private final String name;
    private final String text;
    private final List<String> lines;
    private int @Nullable [] characters;

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

    /** A line without its end, counted from 1; empty if it does not exist. */
    public String line(int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    /** The number of the first line with content, counted from 1; 0 if there is none. */
    int firstLine() {
        for (int number = 1; number <= lines.size(); number++) {
            String line = line(number).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.equals("---")) {
                return number;
            }
        }
        return 0;
    }

    public Location start() {
        return new Location(name, 1, 1);
    }

    /** The start of a node in its file. */
    public static Location place(Node node) {
        return node.getStartMark()
                .map(SourceText::place)
                .orElseThrow(() -> new IllegalStateException("the node does not know where it stands"));
    }

    private static Location place(Mark mark) {
        return new Location(mark.getName(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    Location of(Optional<Mark> mark) {
        return mark.map(SourceText::place).orElseGet(this::start);
    }

    /** The location of a character, counted from 0 in code points. */
    Location ofCharacter(int index) {
        String before = new String(characters(), 0, Math.min(index, characters().length));
        int line = (int) before.chars().filter(letter -> letter == '\n').count();
        String last = before.substring(before.lastIndexOf('\n') + 1);
        return new Location(name, line + 1, last.codePointCount(0, last.length()) + 1);
    }

    /** The source text of a node, including quotes. */
    public String of(Node node) {
        int from = index(node.getStartMark());
        return new String(characters(), from, Math.max(0, index(node.getEndMark()) - from));
    }

    /** Whether the source text of a node begins with this text. */
    public boolean startsWith(Node node, String letters) {
        int from = index(node.getStartMark());
        return new String(characters(), from, Math.min(letters.length(), characters().length - from)).equals(letters);
    }

    /** A character, counted from 0 in code points; empty behind the end. */
    String letter(int index) {
        return index < characters().length ? Character.toString(characters()[index]) : "";
    }

    private int index(Optional<Mark> mark) {
        return Math.clamp(mark.map(Mark::getIndex).orElse(0), 0, characters().length);
    }

    private int[] characters() {
        if (characters == null) {
            characters = text.codePoints().toArray();
        }
        return characters;
    }
}
