package dev.jrelease.facts;

import dev.jrelease.template.function.FunctionFailure;
import dev.jrelease.template.function.Releases;
import dev.jrelease.version.SemanticVersion;
import java.util.List;

/**
 * The versions of this project that have a tag.
 *
 * @param current the version that is released
 * @param partial whether tags may be missing, as in a shallow clone
 */
record KnownReleases(SemanticVersion current, List<SemanticVersion> all, boolean partial) implements Releases {
    KnownReleases {
        all = List.copyOf(all);
    }

    /** A prerelease is never the newest, and does not keep a release from being the newest. */
    @Override
    public boolean isNewest(List<Long> line) {
        if (current.isPrerelease() || !isIn(line, current)) {
            return false;
        }
        if (partial && all.size() < 2) {
            throw new FunctionFailure("isNewest needs the tags: this clone has only a part of the history, and no other"
                    + " version's tag (git fetch --unshallow --tags; fetch-depth: 0 of actions/checkout)");
        }
        return all.stream()
                .filter(version -> !version.isPrerelease() && isIn(line, version))
                .noneMatch(version -> version.compareTo(current) > 0);
    }

    private static boolean isIn(List<Long> line, SemanticVersion version) {
        List<Long> parts = List.of(version.major(), version.minor(), version.patch());
        return parts.subList(0, line.size()).equals(line);
    }
}
