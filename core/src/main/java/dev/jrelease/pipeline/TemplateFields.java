package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.GitFacts;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.version.SemanticVersion;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that every template knows, GoReleaser's as far as they make sense here. */
final class TemplateFields {
    private static final String SNAPSHOT = "-SNAPSHOT-";

    /** What a tag can hold, or nothing; and {@code +}, which files are used to replace. */
    private static final Pattern IN_TAG = Pattern.compile("[A-Za-z0-9_.+-]{0,128}");

    private TemplateFields() {}

    /** Names the project and its version, which later templates then know, too. */
    static Planning planning(
            ProjectConfig project,
            ReleaseFacts facts,
            ReleaseOptions options,
            ConfigVariables variables,
            Problems problems) {
        TemplateContext base = fields(facts, project, options, variables);
        String name = project.projectName()
                .flatMap(template -> template.filled(NamedTexts.beforehand(base, project), problems))
                .or(() -> facts.git().state().remoteUrl().map(TemplateFields::repositoryName))
                .orElseGet(() ->
                        String.valueOf(facts.environment().workingDirectory().getFileName()));
        TemplateContext named = base.with("ProjectName", name);
        TemplateContext unversioned = NamedTexts.beforehand(named, project);
        String snapshot =
                options.snapshot() || facts.madeUp() ? snapshotVersion(project, facts, unversioned, problems) : "";
        String version = options.snapshot() ? snapshot : facts.version().toString();
        TemplateContext context = NamedTexts.after(named.with("Version", version), project, problems);
        return new Planning(facts, options, project, name, version, context, problems);
    }

    private static String snapshotVersion(
            ProjectConfig project, ReleaseFacts facts, TemplateContext context, Problems problems) {
        return project.snapshot()
                .versionTemplate()
                .flatMap(template -> snapshotVersion(template, context.with("IsSnapshot", true), problems))
                .filter(text -> !text.isEmpty())
                .orElse(facts.version() + SNAPSHOT + facts.git().state().shortCommit());
    }

    private static Optional<String> snapshotVersion(Template template, TemplateContext context, Problems problems) {
        Optional<String> version = template.filled(context, problems).map(String::strip);
        version.filter(text -> !IN_TAG.matcher(text).matches())
                .ifPresent(text -> problems.error(
                        template.location(),
                        "no tag can hold the snapshot version '" + text + "'",
                        "letters, digits, '_', '.' and '-' can be in one, and no more than 128 of them"));
        return version.filter(text -> IN_TAG.matcher(text).matches());
    }

    private static String repositoryName(String url) {
        return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\.git$", "");
    }

    private static TemplateContext fields(
            ReleaseFacts facts, ProjectConfig project, ReleaseOptions options, ConfigVariables variables) {
        TemplateContext context = TemplateContext.of(Map.of());
        context = version(context, facts.version(), facts.tag());
        context = git(context, facts.git());
        return context.with("Date", DateTimeFormatter.ISO_INSTANT.format(facts.now()))
                .with("Timestamp", facts.now().getEpochSecond())
                .with("Now", facts.now())
                .with("IsSnapshot", options.snapshot())
                .with("IsNightly", false)
                .with("IsDraft", false)
                .with("Dist", project.dist())
                .with("Env", variables.env(facts))
                .with(
                        "Runtime",
                        Map.of(
                                "Goos", facts.host().os(),
                                "Goarch", facts.host().architecture()));
    }

    private static TemplateContext version(TemplateContext context, SemanticVersion version, String tag) {
        return context.with("Version", version.toString())
                .with("RawVersion", version.core())
                .with("Major", version.major())
                .with("Minor", version.minor())
                .with("Patch", version.patch())
                .with("Prerelease", version.prerelease())
                .with("Tag", tag);
    }

    private static TemplateContext git(TemplateContext context, GitFacts git) {
        var state = git.state();
        return context.with("PreviousTag", git.previousTag().orElse(""))
                .with("Branch", state.branch().orElse(""))
                .with("Commit", state.commit())
                .with("FullCommit", state.commit())
                .with("ShortCommit", state.shortCommit())
                .with("CommitDate", DateTimeFormatter.ISO_INSTANT.format(state.commitTime()))
                .with("CommitTimestamp", state.commitTime().getEpochSecond())
                .with("GitURL", state.remoteUrl().orElse(""))
                .with("Summary", git.summary())
                .with("TagSubject", git.message().subject())
                .with("TagBody", git.message().body())
                .with("TagContents", git.message().contents())
                .with("IsGitClean", !state.isDirty())
                .with("IsGitDirty", state.isDirty());
    }
}
