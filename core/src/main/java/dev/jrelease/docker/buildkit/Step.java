package dev.jrelease.docker.buildkit;

import dev.jrelease.dockerfile.BuildStep;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The state of a step: whether it was reported, the current line and the last lines of its output. */
final class Step {
    private static final int TAIL = 20;
    private static final int LONGEST_LINE = 64 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Deque<String> tail = new ArrayDeque<>();
    private BuildStep known;
    private String error = "";
    private boolean started;
    private boolean ended;

    /** @param digest of its vertex */
    Step(String digest) {
        this.known = new BuildStep(digest, "");
    }

    void name(String name) {
        if (!name.isEmpty()) {
            known = new BuildStep(known.id(), name);
        }
    }

    /** The step as known so far. */
    BuildStep known() {
        return known;
    }

    void error(String words) {
        error = words;
    }

    String error() {
        return error;
    }

    /** Whether this is the first report that the step has started. */
    boolean start() {
        boolean first = !started;
        started = true;
        return first;
    }

    /** Whether this is the first report that the step has ended. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** The last lines of the step's output. */
    List<String> tail() {
        return List.copyOf(tail);
    }

    /** Adds output, and passes on its complete lines. */
    void print(ByteBuffer content, Consumer<String> whole) {
        ByteBuffer rest = content.duplicate();
        while (rest.hasRemaining()) {
            byte next = rest.get();
            if (next == '\n' || line.size() >= LONGEST_LINE) {
                flush(whole);
            }
            if (next != '\n') {
                line.write(next);
            }
        }
    }

    /** Passes on a last line without a line end. */
    void finish(Consumer<String> whole) {
        if (line.size() > 0) {
            flush(whole);
        }
    }

    private void flush(Consumer<String> whole) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        whole.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    void remember(String printed) {
        tail.addLast(printed);
        if (tail.size() > TAIL) {
            tail.removeFirst();
        }
    }
}
