package dev.jrelease.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests a known word for a misspelt one. */
public final class Suggestion {
    /** Longer words are not compared: the time is the product of both lengths. */
    private static final int LONGEST = 200;

    private Suggestion() {}

    /** {@code did you mean X?}, if one of the known words is similar to the written one. */
    public static Optional<String> didYouMean(String written, Collection<String> known) {
        return closest(written, known).flatMap(Suggestion::question);
    }

    static Optional<String> question(String word) {
        return Optional.of("did you mean " + word + "?");
    }

    /** The most similar known word, if at most a third of its letters differ. */
    public static Optional<String> closest(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= most)
                .map(word -> new Candidate(word, EditDistance.of(written, word, most)))
                .filter(candidate -> candidate.distance <= most)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::word);
    }

    private record Candidate(String word, int distance) {}
}
