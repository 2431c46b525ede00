package dev.jrelease.dist;

import java.util.List;

/**
 * What a release does with its dist folder.
 *
 * @param folder as the configuration names it
 * @param identity of the plan that the folder belongs to
 * @param plan the plan as a document, which the folder holds
 * @param clean whether everything that an earlier release left is removed first
 * @param reads files that the release is made of, by their paths from the working directory; wildcards stand for names
 * @param leaves files that the release leaves in the folder, by their paths from there
 */
public record DistContents(
        String folder, String identity, String plan, boolean clean, List<String> reads, List<String> leaves) {

    public DistContents {
        reads = List.copyOf(reads);
        leaves = List.copyOf(leaves);
    }
}
