package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.git.GitState;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A name that every template knows, with GoReleaser's meaning.
 *
 * @param meaning for the reference
 */
public record TemplateField(String name, String meaning, Value value) {

    /** Where a name has its value from. */
    @FunctionalInterface
    interface Value {
        Object of(Source source);
    }

    /** What is known when templates are filled in. */
    record Source(ReleaseFacts facts, ProjectConfig project, ReleaseOptions options) {
        GitState state() {
            return facts.git().state();
        }
    }

    /** Those that follow from the facts; {@code ProjectName}, {@code Metadata} and {@code Env} are there as well. */
    public static List<TemplateField> all() {
        return ALL;
    }

    private static final List<TemplateField> ALL = List.of(
            fact(
                    "Version",
                    "the tag without its prefix and `v`; of a snapshot its own",
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
                    "the version's tag before this one, without the prefix",
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
            state("CommitDate", "when it was committed: `2006-01-02T15:04:05Z`", git -> text(git.commitTime())),
            state(
                    "CommitTimestamp",
                    "the same in seconds since 1970",
                    git -> git.commitTime().getEpochSecond()),
            state(
                    "GitURL",
                    "the address of the remote, without credentials",
                    git -> git.remoteUrl().orElse("")),
            state("GitTreeState", "`clean` or `dirty`", git -> git.isDirty() ? "dirty" : "clean"),
            state("IsGitClean", "whether every file is as it was committed", git -> !git.isDirty()),
            state("IsGitDirty", "the opposite", GitState::isDirty),
            fact("Summary", "the nearest tag without its prefix, how many commits ago, and the commit", facts -> {
                String summary = facts.git().summary();
                return summary.startsWith(facts.tagPrefix())
                        ? summary.substring(facts.tagPrefix().length())
                        : summary;
            }),
            fact(
                    "PrefixedSummary",
                    "the same with the prefix",
                    facts -> facts.git().summary()),
            fact(
                    "TagSubject",
                    "the first line of the tag's message, or of its commit's",
                    facts -> facts.git().message().subject()),
            fact("TagBody", "the rest of it", facts -> facts.git().message().body()),
            fact("TagContents", "all of it", facts -> facts.git().message().contents()),
            fact("Date", "when the run began: `2006-01-02T15:04:05Z`", facts -> text(facts.now())),
            fact(
                    "Timestamp",
                    "the same in seconds since 1970",
                    facts -> facts.now().getEpochSecond()),
            fact("Now", "the same as a time: `{{ .Now.Format \"2006\" }}`", ReleaseFacts::now),
            new TemplateField(
                    "IsSnapshot",
                    "whether nothing is published",
                    source -> source.options().snapshot()),
            new TemplateField(
                    "IsRelease", "the opposite", source -> !source.options().snapshot()),
            new TemplateField(
                    "IsDraft",
                    "what `release.draft` says",
                    source -> source.project().release().isDraft()),
            new TemplateField("IsNightly", "`false`: there are no nightly releases here", source -> false),
            new TemplateField("IsSingleTarget", "`false`: all platforms are built", source -> false),
            new TemplateField("IsMerging", "`false`: no parts of a release are put together", source -> false),
            new TemplateField(
                    "Dist", "the folder for results", source -> source.project().dist()),
            fact(
                    "Runtime",
                    "this machine: `{{ .Runtime.Goos }}`, `{{ .Runtime.Goarch }}`",
                    facts -> Map.of(
                            "Goos", facts.host().os(), "Goarch", facts.host().architecture())));

    private static TemplateField fact(String name, String meaning, Function<ReleaseFacts, Object> value) {
        return new TemplateField(name, meaning, source -> value.apply(source.facts()));
    }

    private static TemplateField state(String name, String meaning, Function<GitState, Object> value) {
        return new TemplateField(name, meaning, source -> value.apply(source.state()));
    }

    private static String text(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
