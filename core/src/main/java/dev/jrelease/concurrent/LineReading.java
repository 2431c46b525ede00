package dev.jrelease.concurrent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads lines from a stream in the background and passes each to a listener. A very long line comes in parts. */
public final class LineReading {
    private static final int LONGEST = 16 * 1024;
    private static final int CHUNK = 4 * 1024;

    private final InputStream from;
    private final Consumer<String> listener;
    private final StringBuilder line = new StringBuilder();
    private final Thread thread;
    private boolean returned;
    private volatile boolean stopped;

    private LineReading(String name, InputStream from, Consumer<String> listener) {
        this.from = from;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::read);
    }

    /**
     * Starts to read.
     *
     * @param listener is called for one line after the other, on another thread
     */
    public static LineReading start(String name, InputStream from, Consumer<String> listener) {
        LineReading reading = new LineReading(name, from, listener);
        reading.thread.start();
        return reading;
    }

    private void read() {
        char[] chunk = new char[CHUNK];
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                take(chunk, count);
            }
        } catch (IOException closed) {
            // What came before counts.
        }
        if (!line.isEmpty()) {
            finishLine();
        }
    }

    private void take(char[] chunk, int count) {
        for (int i = 0; i < count; i++) {
            take(chunk[i]);
        }
    }

    private void take(char character) {
        if (character == '\n') {
            finishLine();
            return;
        }
        if (returned) {
            line.setLength(0);
        }
        returned = character == '\r';
        if (!returned) {
            line.append(character);
            if (line.length() == LONGEST) {
                finishLine();
            }
        }
    }

    private void finishLine() {
        returned = false;
        String text = line.toString();
        line.setLength(0);
        if (!stopped) {
            listener.accept(text);
        }
    }

    /** Waits for the end of the stream, at most this long. No line is passed on after that. */
    public void finish(Duration atMost) throws InterruptedException {
        thread.join(atMost);
        stopped = true;
    }
}
