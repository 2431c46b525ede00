package dev.jrelease.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that someone probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code did you mean X?}, if one of the known words is close to the one that was written. */
    public static Optional<String> didYouMean(String written, Collection<String> known) {
        return closest(written, known).map(word -> "did you mean " + word + "?");
    }

    /** The known word nearest to the written one, if they differ in no more than a third of their letters. */
    public static Optional<String> closest(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) <= Math.max(1, written.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(written, word)));
    }

    /** Levenshtein's distance, in which case does not count. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
