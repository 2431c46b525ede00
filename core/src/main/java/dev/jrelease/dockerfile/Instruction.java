package dev.jrelease.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * One instruction of a Dockerfile.
 *
 * @param keyword in upper case
 * @param flags as they are written, {@code --} in front
 * @param words what follows the flags, or the items of it if that is a JSON array
 * @param json whether the words are the items of a JSON array
 * @param arguments what follows the flags as one text, without line breaks
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
