package dev.jrelease.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the last lines of a command's output for an error message. */
final class LastLines {
    private static final int MOST_LINES = 20;
    private static final int LONGEST_KEPT = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        lines.addLast(line.length() <= LONGEST_KEPT ? line : line.substring(0, LONGEST_KEPT) + "…");
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("\n  | ").append(line));
        return text.toString();
    }
}
