package dev.jrelease.facts;

import dev.jrelease.git.GitTag;
import dev.jrelease.glob.Glob;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.Optional;

/**
 * Which tags of a repository are versions of this project.
 *
 * @param prefix of their names, which is not a part of the version: {@code api/} of {@code api/v1.2.3}
 * @param ignored patterns of tags that are not versions
 * @param ignoredPrefixes prefixes of tags that are not versions
 */
public record TagRules(String prefix, List<Glob> ignored, List<String> ignoredPrefixes, TagSort sort) {
    /** Every version counts. */
    public static final TagRules NONE = new TagRules("", List.of(), List.of(), new TagSort.ReleasesFirst());

    public TagRules {
        ignored = List.copyOf(ignored);
        ignoredPrefixes = List.copyOf(ignoredPrefixes);
    }

    /** The release of a tag; empty if the tag is not a version of this project, or is ignored. */
    Optional<ReleaseTag> read(GitTag tag) {
        return isIgnored(tag.name())
                ? Optional.empty()
                : version(tag.name()).map(version -> new ReleaseTag(tag.name(), version, Optional.of(tag)));
    }

    /** The version of a tag's name; empty if it is not a version of this project. */
    Optional<SemanticVersion> version(String name) {
        return name.startsWith(prefix) ? SemanticVersion.parse(label(name)) : Optional.empty();
    }

    /** The value of {@code .Tag}. */
    String label(String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** An example for a tag of this project. */
    String example() {
        return prefix + (prefix.endsWith("v") ? "1.2.3" : "v1.2.3");
    }

    /** The full name of a tag that may be named without its prefix. */
    String name(String said) {
        return said.startsWith(prefix) ? said : prefix + said;
    }

    private boolean isIgnored(String name) {
        return ignored.stream().anyMatch(pattern -> pattern.matches(name) || pattern.matches(label(name)))
                || ignoredPrefixes.stream().anyMatch(name::startsWith);
    }
}
