package dev.jrelease.cli;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where someone reads along while a command runs. Closed when the command has ended. */
final class Terminal extends OutputStream {
    private final StringBuilder text = new StringBuilder();
    private boolean closed;

    @Override
    public void write(int character) {
        write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        text.append(new String(Arrays.copyOfRange(bytes, from, from + length), StandardCharsets.UTF_8));
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits until these words are there; false if the command ended without them. */
    synchronized boolean shows(String words) throws InterruptedException {
        while (text.indexOf(words) < 0 && !closed) {
            wait();
        }
        return text.indexOf(words) >= 0;
    }

    @Override
    public synchronized String toString() {
        return text.toString();
    }
}
