package dev.jrelease.fields;

import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.fields.TemplateField.From;
import dev.jrelease.git.GitState;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The names that come from the repository: of the version and of the commit. */
final class ReleaseFields {
    static final List<From<ReleaseFacts>> ALL = List.of(
            fact("ReleaseURL", "the page of the release at its git host", ReleaseFields::page),
            fact(
                    "Version",
                    "the tag without its prefix and `v`; for a snapshot its own version",
                    facts -> facts.version().toString()),
            fact(
                    "RawVersion",
                    "major, minor and patch alone",
                    facts -> facts.version().core()),
            fact(
                    "Major",
                    "the first number of the version",
                    facts -> facts.version().major()),
            fact(
                    "Minor",
                    "the second number of the version",
                    facts -> facts.version().minor()),
            fact(
                    "Patch",
                    "the third number of the version",
                    facts -> facts.version().patch()),
            fact(
                    "Prerelease",
                    "`rc.1` of `1.2.3-rc.1`; empty for a release",
                    facts -> facts.version().prerelease()),
            fact("Tag", "the tag, without the prefix that `git.tag_prefix` names", ReleaseFacts::tag),
            fact("PrefixedTag", "the tag as git knows it", facts -> facts.tagPrefix() + facts.tag()),
            fact(
                    "PreviousTag",
                    "the previous version's tag, without the prefix",
                    facts -> facts.git().previousTag().orElse("")),
            fact(
                    "PrefixedPreviousTag",
                    "the same as git knows it",
                    facts -> facts.git()
                            .previousTag()
                            .map(facts.tagPrefix()::concat)
                            .orElse("")),
            state(
                    "Branch",
                    "the branch; empty where HEAD is detached, as in most CI runs",
                    git -> git.branch().orElse("")),
            state("Commit", "the same as `FullCommit`", GitState::commit),
            state("FullCommit", "the commit in full", GitState::commit),
            state("ShortCommit", "the commit, as short as git shows it", GitState::shortCommit),
            state(
                    "CommitDate",
                    "when it was committed: `2006-01-02T15:04:05Z`",
                    git -> DateTimeFormatter.ISO_INSTANT.format(git.commitTime())),
            state(
                    "CommitTimestamp",
                    "the same in seconds since 1970",
                    git -> git.commitTime().getEpochSecond()),
            state(
                    "GitURL",
                    "the address of the remote, without credentials",
                    git -> git.remoteUrl().orElse("")),
            state("GitTreeState", "`clean` or `dirty`", git -> git.isDirty() ? "dirty" : "clean"),
            state("IsGitClean", "whether no file differs from the commit", git -> !git.isDirty()),
            state("IsGitDirty", "the opposite", GitState::isDirty),
            fact(
                    "Summary",
                    "the nearest tag without its prefix, how many commits ago, and the commit",
                    facts -> withoutPrefix(facts.git().summary(), facts.tagPrefix())),
            fact(
                    "PrefixedSummary",
                    "the same with the prefix",
                    facts -> facts.git().summary()),
            fact(
                    "TagSubject",
                    "the first line of the tag's message, or of its commit's",
                    facts -> facts.git().message().subject()),
            fact("TagBody", "the rest of it", facts -> facts.git().message().body()),
            fact("TagContents", "all of it", facts -> facts.git().message().contents()));

    /** The names that are unknown to a check. The others have the same form in every release. */
    private static final Set<String> OF_THE_REPOSITORY =
            Set.of("Branch", "GitURL", "ReleaseURL", "TagSubject", "TagBody", "TagContents");

    private ReleaseFields() {}

    /** The values by name. */
    static Map<String, Object> of(ReleaseFacts facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (From<ReleaseFacts> field : ALL) {
            Object value = field.value().apply(facts);
            boolean unknown = facts.isCheck() && OF_THE_REPOSITORY.contains(field.name());
            values.put(field.name(), unknown ? Rendered.of(Unknown.of("." + field.name())) : value);
        }
        return values;
    }

    private static From<ReleaseFacts> fact(String name, String meaning, Function<ReleaseFacts, Object> value) {
        return new From<>(name, meaning, value);
    }

    private static From<ReleaseFacts> state(String name, String meaning, Function<GitState, Object> value) {
        return fact(name, meaning, facts -> value.apply(facts.git().state()));
    }

    private static String withoutPrefix(String summary, String prefix) {
        return summary.startsWith(prefix) ? summary.substring(prefix.length()) : summary;
    }

    private static String page(ReleaseFacts facts) {
        Optional<String> remote = facts.git().state().remoteUrl();
        return remote.flatMap(url -> ReleasePage.of(url, facts.tagPrefix() + facts.tag()))
                .orElse("");
    }
}
