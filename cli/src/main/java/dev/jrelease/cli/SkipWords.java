package dev.jrelease.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** The words of {@code --skip} for the help text, computed when it is shown. */
record SkipWords(Supplier<List<String>> words) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return words.get().iterator();
    }
}
