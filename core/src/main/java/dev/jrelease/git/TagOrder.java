package dev.jrelease.git;

import java.util.List;

/**
 * How git sorts tags.
 *
 * @param key of {@code git tag --sort}, with {@code -} before it for descending order
 * @param suffix of names that come before those without it, as {@code -rc} of prereleases; empty for none
 * @see <a href="https://git-scm.com/docs/git-tag#Documentation/git-tag.txt---sortkey">git tag --sort</a>
 */
public record TagOrder(String key, String suffix) {
    public static final TagOrder BY_NAME = new TagOrder("refname", "");

    List<String> settings() {
        return suffix.isEmpty() ? List.of() : List.of("-c", "versionsort.suffix=" + suffix);
    }
}
