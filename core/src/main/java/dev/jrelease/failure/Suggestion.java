package dev.jrelease.failure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests a known word for a misspelt one. */
public final class Suggestion {
    /** Longer words are not compared: the time is the product of both lengths. */
    private static final int LONGEST = 200;

    private static final int FEWEST_OF_BEGINNING = 3;
    private static final int LONGEST_OF_TIES = 2;

    private Suggestion() {}

    /** {@code did you mean X?}, if one of the known words is similar to the written one. */
    public static Optional<String> didYouMean(String written, Collection<String> known) {
        return closest(written, known).flatMap(Suggestion::question);
    }

    /** {@code did you mean X?} for a key: a similar one, or the only one that begins with the same word. */
    public static Optional<String> keyOrPart(String written, Collection<String> known) {
        String first = firstWord(written);
        List<String> related = known.stream()
                .filter(key -> first.length() > 3
                        && !first.equals("skip")
                        && firstWord(key).equals(first))
                .toList();
        return closest(written, known)
                .or(() -> related.size() == 1 ? Optional.of(related.getFirst()) : Optional.empty())
                .flatMap(Suggestion::question);
    }

    /** The first word of a key, in the singular. */
    private static String firstWord(String key) {
        int end = key.indexOf('_');
        String word = (end < 0 ? key : key.substring(0, end)).toLowerCase(Locale.ROOT);
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    public static Optional<String> question(String word) {
        return Optional.of("did you mean " + word + "?");
    }

    /** The most similar known word, if at most a third of its letters differ; else the only one that begins so. */
    public static Optional<String> closest(String written, Collection<String> known) {
        Optional<String> begun = begun(written, known);
        return similar(written, known)
                .filter(word -> begun.isEmpty() || EditDistance.of(written, word, 1) <= 1)
                .or(() -> begun);
    }

    private static Optional<String> begun(String written, Collection<String> known) {
        if (written.length() < FEWEST_OF_BEGINNING) {
            return Optional.empty();
        }
        List<String> words =
                known.stream().filter(word -> word.startsWith(written)).limit(2).toList();
        return words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
    }

    /** The most similar known word, if at most a third of its letters differ. */
    public static Optional<String> similar(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, written.length() / 3);
        long letters = letters(written);
        List<Candidate> candidates = known.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= most)
                .filter(word -> differ(letters, letters(word)) <= most)
                .map(word -> new Candidate(word, EditDistance.of(written, word, most)))
                .filter(candidate -> candidate.distance <= most || isAnagram(written, candidate.word))
                .filter(candidate -> candidate.distance < Math.max(written.length(), candidate.word.length()))
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparing(candidate -> !isAnagram(written, candidate.word)))
                .toList();
        return candidates.stream()
                .findFirst()
                .filter(first -> written.length() > LONGEST_OF_TIES || !isTied(first, candidates))
                .map(Candidate::word);
    }

    /** Several short words may be as near: then none is. */
    private static boolean isTied(Candidate first, List<Candidate> candidates) {
        return first.distance > 0 && candidates.size() > 1 && candidates.get(1).distance == first.distance;
    }

    /** Letters in another order are nearer than other letters. */
    private static boolean isAnagram(String one, String other) {
        return Arrays.equals(sorted(one), sorted(other));
    }

    private static int[] sorted(String word) {
        return word.toLowerCase(Locale.ROOT).chars().sorted().toArray();
    }

    /** A bit for each letter that is in the word; some letters share one. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << Character.toLowerCase(word.charAt(i));
        }
        return letters;
    }

    /** The fewest letters that can be wrong: comparing words takes much longer than this. */
    private static int differ(long one, long other) {
        return Math.max(Long.bitCount(one & ~other), Long.bitCount(other & ~one));
    }

    private record Candidate(String word, int distance) {}
}
