package dev.jrelease.failure;

import java.util.Locale;
import java.util.stream.IntStream;

/** The number of wrong, missing, additional or swapped letters between two words, ignoring case. */
final class EditDistance {
    private final String one;
    private final String other;
    private int[] beforeLast;
    private int[] last;
    private int[] row;

    private EditDistance(String one, String other) {
        this.one = one.toLowerCase(Locale.ROOT);
        this.other = other.toLowerCase(Locale.ROOT);
        this.beforeLast = new int[this.other.length() + 1];
        this.last = new int[this.other.length() + 1];
        this.row = IntStream.rangeClosed(0, this.other.length()).toArray();
    }

    /** The distance, or some number greater than {@code most} if the distance is greater than that. */
    static int of(String one, String other, int most) {
        return new EditDistance(one, other).distance(most);
    }

    private int distance(int most) {
        int leastBefore = 0;
        for (int i = 1; i <= one.length(); i++) {
            int least = next(i);
            if (Math.min(least, leastBefore) > most) {
                return most + 1;
            }
            leastBefore = least;
        }
        return row[other.length()];
    }

    private int next(int i) {
        int[] free = beforeLast;
        beforeLast = last;
        last = row;
        row = free;
        row[0] = i;
        int least = i;
        for (int j = 1; j <= other.length(); j++) {
            row[j] = cell(i, j);
            least = Math.min(least, row[j]);
        }
        return least;
    }

    private int cell(int i, int j) {
        int replaced = last[j - 1] + (same(i, j) ? 0 : 1);
        int least = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && same(i, j - 1) && same(i - 1, j);
        return swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
    }

    /** Whether the letters at these places, counted from 1, are the same. */
    private boolean same(int i, int j) {
        return one.charAt(i - 1) == other.charAt(j - 1);
    }
}
