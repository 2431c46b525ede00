package dev.jrelease.dist;

import java.util.List;

/**
 * The use of the dist folder by a release.
 *
 * @param folder as the configuration names it
 * @param identity of the plan that the folder belongs to
 * @param plan the plan as a document, which is written to the folder
 * @param clean whether everything of an earlier release is removed first
 * @param reads files that the release reads, by their paths from the working directory; may contain wildcards
 * @param leaves files that the release leaves in the folder, by their paths from there
 */
public record DistContents(
        String folder, String identity, String plan, boolean clean, List<String> reads, List<String> leaves) {

    public DistContents {
        reads = List.copyOf(reads);
        leaves = List.copyOf(leaves);
    }
}
