package dev.jrelease.pipes.images.plan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells tags that move from release to release from tags that never change: a floating tag holds neither the full
 * version nor the commit as a whole word. {@code v1.2.3-amd64} holds {@code 1.2.3}; {@code 11.2.30} and {@code 1.2} do
 * not.
 */
final class FloatingTags {
    private final List<Pattern> releases;

    FloatingTags(String version, String commit, String shortCommit) {
        this.releases =
                List.of(version, inTag(version, "-"), inTag(version, "_"), inTag(version, "."), commit, shortCommit)
                        .stream()
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .map(FloatingTags::wholeWord)
                        .toList();
    }

    /** A tag cannot hold the {@code +} of build metadata; files replace it by one of these. */
    private static String inTag(String version, String replacement) {
        return version.replace("+", replacement);
    }

    private static Pattern wholeWord(String word) {
        return Pattern.compile(
                "(?<![A-Za-z0-9])(?<![0-9][._])[vV]?" + Pattern.quote(word) + "(?![A-Za-z0-9])(?!\\.[0-9])");
    }

    boolean isFloating(String tag) {
        return releases.stream().noneMatch(release -> release.matcher(tag).find());
    }
}
