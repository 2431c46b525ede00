package dev.jrelease.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * An instruction of a Dockerfile.
 *
 * @param keyword in upper case
 * @param flags as they are written, with {@code --}
 * @param words after the flags, or the items of a JSON array
 * @param json whether the words are the items of a JSON array
 * @param arguments the text after the flags, without line breaks
 * @param line where it begins, counted from 1
 */
public record Instruction(
        String keyword, List<Word> flags, List<Word> words, boolean json, String arguments, int line) {

    public Instruction {
        flags = List.copyOf(flags);
        words = List.copyOf(words);
    }

    public boolean is(String name) {
        return keyword.equals(name);
    }

    /** The value of {@code --NAME=VALUE}. */
    public Optional<String> flag(String name) {
        String start = "--" + name + "=";
        return flags.stream()
                .map(Word::text)
                .filter(flag -> flag.startsWith(start))
                .map(flag -> flag.substring(start.length()))
                .findFirst();
    }
}
