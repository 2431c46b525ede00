package dev.jrelease.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a user. Without a terminal, what is proposed is taken. */
final class Questions {
    private final Console console;
    private final Optional<BufferedReader> answers;

    /** @param asked whether there is a user who answers */
    Questions(Console console, boolean asked) {
        this.console = console;
        this.answers = asked
                ? Optional.of(new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** Whether a user sits at this terminal. */
    static boolean canBeAsked() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    String text(String question, String proposed) {
        return answer(question + " [" + proposed + "]").orElse(proposed);
    }

    List<String> words(String question, List<String> proposed) {
        return Stream.of(text(question, String.join(",", proposed)).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean yes(String question, boolean proposed) {
        return answer(question + (proposed ? " [Y/n]" : " [y/N]"))
                .map(word -> word.toLowerCase(Locale.ROOT).startsWith("y"))
                .orElse(proposed);
    }

    private Optional<String> answer(String question) {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        console.progress(question);
        try {
            return Optional.ofNullable(answers.get().readLine())
                    .map(String::strip)
                    .filter(line -> !line.isEmpty());
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
