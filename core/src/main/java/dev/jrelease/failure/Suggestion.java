package dev.jrelease.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that someone probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code did you mean X?}, if one of the known words is close to the one that was written. */
    public static Optional<String> didYouMean(String written, Collection<String> known) {
        return closest(written, known).flatMap(Suggestion::question);
    }

    static Optional<String> question(String word) {
        return Optional.of("did you mean " + word + "?");
    }

    /** The known word nearest to the written one, if they differ in no more than a third of their letters. */
    public static Optional<String> closest(String written, Collection<String> known) {
        int most = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= most)
                .map(word -> new Candidate(word, distance(written, word)))
                .filter(candidate -> candidate.distance <= most)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::word);
    }

    private record Candidate(String word, int distance) {}

    /** How many letters are wrong, missing, too many, or swapped with their neighbour; case does not count. */
    private static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : least(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int least(int[][] table, String one, String other, int i, int j) {
        int replaced = table[i - 1][j - 1] + (same(one, i, other, j) ? 0 : 1);
        int least = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && same(one, i, other, j - 1) && same(one, i - 1, other, j);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }

    /** Whether the letters at these places, counted from 1, are the same. */
    private static boolean same(String one, int i, String other, int j) {
        return Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
    }
}
