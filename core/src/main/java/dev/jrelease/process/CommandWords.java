package dev.jrelease.process;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command without a shell. Quotes, backslashes, backquotes and {@code $(…)} keep a word together, as in
 * GoReleaser; the last two have no other effect.
 *
 * @param beyond the text from the first operator that only a shell understands; it is not part of the command
 */
public record CommandWords(List<String> words, String beyond) {
    private static final String OPERATORS = ";&|<>";
    private static final char NONE = 0;

    public CommandWords {
        words = List.copyOf(words);
    }

    /**
     * The words of a command, as a shell would separate them.
     *
     * @throws IllegalArgumentException if a quote is not closed, with a message for users
     */
    public static CommandWords of(String command) {
        return new Reader(command).read();
    }

    private static final class Reader {
        private final String command;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean begun;
        private char end = NONE;

        Reader(String command) {
            this.command = command;
        }

        CommandWords read() {
            int i = 0;
            while (i < command.length() && (end != NONE || !OPERATORS.contains(command.substring(i, i + 1)))) {
                char next = command.charAt(i++);
                if (next == '\\' && end != '\'') {
                    take(escaped(i++));
                } else if (next == end) {
                    close(next);
                } else if (end == NONE) {
                    outside(next);
                } else {
                    take(next);
                }
            }
            if (end != NONE) {
                throw new IllegalArgumentException("a quote is not closed: there is no second " + end);
            }
            finish();
            return new CommandWords(words, command.substring(i));
        }

        private char escaped(int place) {
            if (place == command.length()) {
                throw new IllegalArgumentException("there is nothing after the last \\");
            }
            char letter = command.charAt(place);
            return switch (letter) {
                case 't' -> '\t';
                case 'n' -> '\n';
                default -> letter;
            };
        }

        private void outside(char next) {
            switch (next) {
                case ' ', '\t', '\r', '\n' -> finish();
                case '\'', '"' -> {
                    end = next;
                    begun = true;
                }
                case '`' -> {
                    end = next;
                    take(next);
                }
                case '(' -> {
                    if (word.isEmpty() || word.charAt(word.length() - 1) != '$') {
                        throw new IllegalArgumentException("( needs a shell, and the command has none");
                    }
                    end = ')';
                    take(next);
                }
                default -> take(next);
            }
        }

        private void close(char quote) {
            end = NONE;
            if (quote == '`' || quote == ')') {
                take(quote);
            }
        }

        private void take(char letter) {
            word.append(letter);
            begun = true;
        }

        private void finish() {
            if (begun) {
                words.add(word.toString());
            }
            word.setLength(0);
            begun = false;
        }
    }
}
