package dev.jrelease.facts;

import dev.jrelease.git.GitTag;
import dev.jrelease.glob.Glob;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.Optional;

/**
 * Which tags of a repository are versions of this project.
 *
 * @param prefix of their names, which is no part of the version: {@code api/} of {@code api/v1.2.3}
 * @param ignored patterns of the names of tags that do not count
 * @param ignoredPrefixes how names of tags begin that do not count
 */
public record TagRules(String prefix, List<Glob> ignored, List<String> ignoredPrefixes, TagSort sort) {
    /** Every version counts. */
    public static final TagRules NONE = new TagRules("", List.of(), List.of(), new TagSort.ReleasesFirst());

    public TagRules {
        ignored = List.copyOf(ignored);
        ignoredPrefixes = List.copyOf(ignoredPrefixes);
    }

    /** Absent if the tag is no version of this project, or one that does not count. */
    Optional<ReleaseTag> read(GitTag tag) {
        return isIgnored(tag.name())
                ? Optional.empty()
                : version(tag.name()).map(version -> new ReleaseTag(tag.name(), version, Optional.of(tag)));
    }

    /** Absent if the name of a tag is not that of a version of this project. */
    Optional<SemanticVersion> version(String name) {
        return name.startsWith(prefix) ? SemanticVersion.parse(label(name)) : Optional.empty();
    }

    /** What templates know the tag as. */
    String label(String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** What a tag of this project could be called. */
    String example() {
        return prefix + (prefix.endsWith("v") ? "1.2.3" : "v1.2.3");
    }

    /** The whole name of a tag that may have been named without its prefix. */
    String name(String said) {
        return said.startsWith(prefix) ? said : prefix + said;
    }

    private boolean isIgnored(String name) {
        return ignored.stream().anyMatch(pattern -> pattern.matches(name) || pattern.matches(label(name)))
                || ignoredPrefixes.stream().anyMatch(name::startsWith);
    }
}
