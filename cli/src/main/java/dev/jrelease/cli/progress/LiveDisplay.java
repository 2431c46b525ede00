package dev.jrelease.cli.progress;

import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.Signals;

/** The last lines of a terminal, which are drawn anew as things go on. Everything else scrolls by above them. */
public final class LiveDisplay implements AutoCloseable {
    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 25;

    private final Terminal terminal;
    private final Supplier<Size> sizes;
    private final Display display;
    private final Object signal;
    private volatile boolean resized;
    private Size size;
    private List<AttributedString> shown = List.of();
    private boolean ended;

    /**
     * A display of nothing yet.
     *
     * @param sizes asks for the size again when it has changed
     */
    public LiveDisplay(Terminal terminal, Supplier<Size> sizes) {
        this.terminal = terminal;
        this.sizes = sizes;
        this.display = new Display(terminal, false);
        this.size = known(terminal.getSize());
        display.resize(size);
        this.signal = Signals.register("WINCH", () -> resized = true);
    }

    synchronized int columns() {
        adapt();
        return size.getColumns();
    }

    /** How many lines may be drawn anew: at least one stays for the cursor. */
    synchronized int lines() {
        return size.getRows() - 1;
    }

    /** Some terminals state no size: they have the usual one. */
    private static Size known(Size stated) {
        return Size.of(
                stated.getColumns() > 0 ? stated.getColumns() : USUAL_COLUMNS,
                stated.getRows() > 1 ? stated.getRows() : USUAL_ROWS);
    }

    private void adapt() {
        if (resized) {
            resized = false;
            resize(known(sizes.get()));
        }
    }

    private void resize(Size now) {
        size = now;
        terminal.setSize(now);
        display.resize(now);
    }

    /** Lines that stay, above those that are drawn anew. */
    public synchronized void print(String lines) {
        draw(List.of());
        terminal.writer().println(lines);
        terminal.flush();
        draw(shown);
    }

    /** Draws these lines in the place of those before. */
    synchronized void show(List<AttributedString> lines) {
        shown = ended ? List.of() : List.copyOf(lines);
        draw(shown);
    }

    /** The cursor waits on a line of its own: what is typed, or Ctrl-C, leaves the others alone. */
    private void draw(List<AttributedString> lines) {
        List<AttributedString> all = new ArrayList<>(lines);
        if (!lines.isEmpty()) {
            all.add(AttributedString.EMPTY);
        }
        try {
            display.update(all, lines.size() * (size.getColumns() + 1));
        } catch (IOError gone) {
            // The terminal was closed: what is being done goes on without it.
            ended = true;
        }
    }

    /** Leaves the lines that stay, and the cursor below them. */
    @Override
    public synchronized void close() {
        if (!ended) {
            shown = List.of();
            draw(shown);
        }
        ended = true;
        Signals.unregister("WINCH", signal);
        try {
            terminal.close();
        } catch (IOException gone) {
            ended = true;
        }
    }
}
