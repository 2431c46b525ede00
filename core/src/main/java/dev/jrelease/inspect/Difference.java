package dev.jrelease.inspect;

import dev.jrelease.text.VisibleText;

/**
 * One thing in which two images differ.
 *
 * @param where the platform, if both are indexes; else empty
 * @param what the part of the image: {@code entrypoint}, {@code layer 2}, {@code layer 2, /app/hello}
 * @param first what it is in the first image; empty if the second alone has it, or if there is nothing to show
 * @param second what it is in the second image
 */
public record Difference(String where, String what, String first, String second) {

    /** All of it is text of the makers of the images. */
    public Difference {
        where = VisibleText.inLine(where);
        what = VisibleText.inLine(what);
        first = VisibleText.inLine(first);
        second = VisibleText.inLine(second);
    }

    /** {@code what: first → second}, in words where one of them is missing. */
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
