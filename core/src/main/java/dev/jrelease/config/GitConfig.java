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
 * The section {@code git}: which tags are versions.
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
        @Description("The prefix of this project's tags. Tags without it are not versions."
                + " `{{ .Tag }}` is the tag without it, `{{ .PrefixedTag }}` with it.")
        @Example("api/")
        Optional<Template> tagPrefix,

        @Description(
                "Which of several versions at one commit is released: the highest (semver; with smartsemver a release follows a"
                        + " release), or the first that git lists by this key. The default is the highest release, else the"
                        + " highest prerelease.")
        @Example({"semver", "smartsemver", "-version:refname", "-version:creatordate"})
        Optional<Located<String>> tagSort,

        @Description("The suffix of prereleases, for sort keys of git in tag_sort.") @Default("''") @Example("'-rc'")
        Optional<String> prereleaseSuffix,

        @Description("Names of tags that are not versions, with the wildcards `*` and `?`.") @Example("['nightly*']")
        List<Template> ignoreTags,

        @Description("Prefixes of tags that are not versions.") @Example("[test-]")
        List<Template> ignoreTagPrefixes) {

    /** By precedence of semantic versioning. */
    public static final String SEMVER = "semver";

    /** The same, and the previous tag of a release is a release. */
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
                    Suggestion.didYouMean(sort.value(), known).orElse("use one of " + String.join(", ", known)));
        });
    }

    private static boolean isKnown(String sort) {
        return sort.equals(SEMVER)
                || sort.equals(SMART_SEMVER)
                || GIT_KEYS.contains(sort.startsWith("-") ? sort.substring(1) : sort);
    }
}
