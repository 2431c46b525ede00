package dev.jrelease.config;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;

/**
 * Which tags are versions.
 *
 * <pre>
 * git:
 *   tag_prefix: api/
 *   tag_sort: semver
 *   ignore_tags: ["nightly*", "{{ .Env.IGNORED }}"]
 *   ignore_tag_prefixes: [test-]
 * </pre>
 */
public record GitConfig(
        @Description("What stands in front of the version in the names of this project's tags; others do not count."
                + " `{{ .Tag }}` is without it, `{{ .PrefixedTag }}` with it.")
        @Example("api/")
        Optional<Template> tagPrefix,

        @Description(
                "Which of several versions at one commit counts: the highest (semver; with smartsemver a release follows a"
                        + " release), or the first that git lists by this key. Without it, the highest release, else the"
                        + " highest prerelease.")
        @Example({"semver", "smartsemver", "-version:refname", "-version:creatordate"})
        Optional<Located<String>> tagSort,

        @Description("What a prerelease has behind its version, for keys of tag_sort by which git sorts.")
        @Default("''")
        @Example("'-rc'")
        Optional<String> prereleaseSuffix,

        @Description("Names of tags that do not count, with the wildcards `*` and `?`.") @Example("['nightly*']")
        List<Template> ignoreTags,

        @Description("How the names of tags begin that do not count.") @Example("[test-]")
        List<Template> ignoreTagPrefixes) {

    /** By precedence of semantic versioning. */
    public static final String SEMVER = "semver";

    /** The same, and releases follow releases. */
    public static final String SMART_SEMVER = "smartsemver";

    private static final List<String> GIT_KEYS = List.of(
            "version:refname",
            "v:refname",
            "refname",
            "version:creatordate",
            "creatordate",
            "taggerdate",
            "committerdate");

    public GitConfig {
        ignoreTags = List.copyOf(ignoreTags);
        ignoreTagPrefixes = List.copyOf(ignoreTagPrefixes);
    }

    void check(Problems problems) {
        tagSort.filter(sort -> !isKnown(sort.value())).ifPresent(sort -> {
            List<String> known = List.of(SEMVER, SMART_SEMVER, "-version:refname", "-version:creatordate");
            problems.error(
                    sort.location(),
                    "tags cannot be sorted by '" + sort + "'",
                    Suggestion.didYouMean(sort.value(), known).orElse("write one of " + String.join(", ", known)));
        });
    }

    private static boolean isKnown(String sort) {
        return sort.equals(SEMVER)
                || sort.equals(SMART_SEMVER)
                || GIT_KEYS.contains(sort.startsWith("-") ? sort.substring(1) : sort);
    }
}
