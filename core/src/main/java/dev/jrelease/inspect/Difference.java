package dev.jrelease.inspect;

import dev.jrelease.text.VisibleText;

/**
 * A difference between two images.
 *
 * @param where the platform, if both are indexes; else empty
 * @param what the part of the image: {@code entrypoint}, {@code layer 2}, {@code layer 2, /app/hello}
 * @param first its value in the first image; empty if only the second image has it, or if there is nothing to show
 * @param second its value in the second image
 */
public record Difference(String where, String what, String first, String second) {

    /** All text comes from the images, so it is made safe to print. */
    public Difference {
        where = VisibleText.inLine(where);
        what = VisibleText.inLine(what);
        first = VisibleText.inLine(first);
        second = VisibleText.inLine(second);
    }

    /** {@code what: first → second}, or a sentence if only one image has it. */
    @Override
    public String toString() {
        if (first.isEmpty() && second.isEmpty()) {
            return what;
        }
        if (first.isEmpty()) {
            return what + ": only in B: " + second;
        }
        return what + ": " + (second.isEmpty() ? "only in A: " + first : first + " → " + second);
    }
}
