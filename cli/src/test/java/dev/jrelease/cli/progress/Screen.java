package dev.jrelease.cli.progress;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.utils.ScreenTerminal;

/** A terminal that keeps what is on its screen. */
final class Screen implements AutoCloseable {
    private final ScreenTerminal.VirtualTerminal both;
    private final LiveDisplay display;

    Screen(int columns, int rows) throws IOException {
        this(columns, rows, Size.of(columns, rows));
    }

    /** @param stated the size that the terminal states */
    Screen(int columns, int rows, Size stated) throws IOException {
        both = ScreenTerminal.withTerminal("screen", "screen-256color", columns, rows);
        both.terminal().setSize(stated);
        display = new LiveDisplay(both.terminal(), () -> stated);
    }

    LiveDisplay display() {
        return display;
    }

    /** What can be read, without empty lines at the end. */
    List<String> text() {
        List<String> lines =
                both.screen().toString().lines().map(String::stripTrailing).toList();
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isEmpty()) {
            end--;
        }
        return lines.subList(0, end);
    }

    /** The row of the cursor, from 0, and its column. */
    List<Integer> cursor() {
        int[] cursor = new int[2];
        both.screen().dump(new long[both.screen().getColumns() * both.screen().getRows()], cursor);
        return List.of(cursor[1], cursor[0]);
    }

    @Override
    public void close() {
        display.close();
    }
}
