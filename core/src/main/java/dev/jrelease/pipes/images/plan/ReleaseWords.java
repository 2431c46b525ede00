package dev.jrelease.pipes.images.plan;

import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the version and the commit of a release in names.
 *
 * <p>It distinguishes floating tags, which move from release to release, from immutable ones. A floating tag contains
 * neither a full version nor the commit as a whole word: {@code v1.2.3-amd64} contains {@code 1.2.3}, {@code latest}
 * and {@code 1.2} contain none.
 *
 * <p>The versions of this release count anywhere in the tag; in {@code 1.2.3-rc.1}, so does {@code 1.2.3}. Another
 * version counts only if it is the whole tag: {@code 1.2.2} is immutable, {@code alpine-3.19.1} is floating.
 */
final class ReleaseWords {
    private final List<SearchPattern> inTags;
    private final List<SearchPattern> inRepositories;

    ReleaseWords(String version, String commit, String shortCommit) {
        Stream<String> core = SemanticVersion.parse(version).map(SemanticVersion::core).stream();
        this.inTags = Stream.concat(
                        core,
                        Stream.of(
                                version,
                                inTag(version, "-"),
                                inTag(version, "_"),
                                inTag(version, "."),
                                commit,
                                shortCommit))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(ReleaseWords::wholeWord)
                .toList();
        this.inRepositories = Stream.of(version, commit, shortCommit)
                .filter(word -> !word.isEmpty())
                .map(word -> SearchPattern.of("(?<![0-9])" + LinearPattern.quote(word) + "(?![0-9])"))
                .toList();
    }

    /** A tag cannot contain the {@code +} of build metadata; files replace it by one of these characters. */
    private static String inTag(String version, String replacement) {
        return version.replace("+", replacement);
    }

    private static SearchPattern wholeWord(String word) {
        return SearchPattern.of(
                "(?<![A-Za-z0-9])(?<![0-9][._])[vV]?" + LinearPattern.quote(word) + "(?![A-Za-z0-9])(?!\\.[0-9])");
    }

    boolean isFloating(String tag) {
        return SemanticVersion.parse(tag).isEmpty() && inTags.stream().noneMatch(release -> release.isIn(tag));
    }

    /** Whether a repository contains the version. */
    boolean isIn(String repository) {
        return inRepositories.stream().anyMatch(release -> release.isIn(repository));
    }
}
