package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.TemplateField.Source;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts together what every template knows. */
final class TemplateFields {
    private static final String SNAPSHOT = "-SNAPSHOT-";

    /** What a tag can hold; and {@code +}, which files are used to replace. */
    private static final Pattern IN_TAG = Pattern.compile("[A-Za-z0-9_.+-]{1,128}");

    private TemplateFields() {}

    /** Names the project and its version, which later templates then know, too. */
    static Planning planning(
            ProjectConfig project,
            ReleaseFacts facts,
            ReleaseOptions options,
            ConfigVariables variables,
            boolean lenient,
            Problems problems) {
        TemplateContext base = fields(new Source(facts, project, options), variables);
        ProjectName names = new ProjectName(project, facts, NamedTexts.beforehand(base, project), problems);
        String name = names.find();
        TemplateContext named =
                base.with("ProjectName", name).with("ModulePath", names.module().orElse(""));
        TemplateContext unversioned = NamedTexts.beforehand(named, project);
        String snapshot =
                options.snapshot() || facts.madeUp() ? snapshotVersion(project, facts, unversioned, problems) : "";
        String version = options.snapshot() ? snapshot : facts.version().toString();
        TemplateContext context = NamedTexts.after(named.with("Version", version), project, problems);
        MetadataFields metadata = new MetadataFields(project.metadata(), facts.files(), context, problems);
        context = context.with("Metadata", metadata.values());
        return new Planning(facts, options, project, name, version, context, lenient, problems);
    }

    private static String snapshotVersion(
            ProjectConfig project, ReleaseFacts facts, TemplateContext context, Problems problems) {
        return project.snapshot()
                .versionTemplate()
                .filter(template -> !template.isEmpty())
                .flatMap(template -> snapshotVersion(template, context.with("IsSnapshot", true), problems))
                .orElse(facts.version() + SNAPSHOT + facts.git().state().shortCommit());
    }

    private static Optional<String> snapshotVersion(Template template, TemplateContext context, Problems problems) {
        Optional<String> version = template.filled(context, problems).map(String::strip);
        version.filter(text -> !IN_TAG.matcher(text).matches())
                .ifPresent(text -> problems.error(
                        template.location(),
                        text.isEmpty()
                                ? "the snapshot version is empty"
                                : "no tag can hold the snapshot version '" + text + "'",
                        "letters, digits, '_', '.' and '-' can be in one, and no more than 128 of them"));
        return version.filter(text -> IN_TAG.matcher(text).matches());
    }

    private static TemplateContext fields(Source source, ConfigVariables variables) {
        ReleaseFacts facts = source.facts();
        TemplateContext context = variables
                .context(facts.premises())
                .withReleases(facts.releases())
                .lacking(ForeignNames.REASONS);
        for (TemplateField field : TemplateField.all()) {
            context = context.with(field.name(), field.value().of(source));
        }
        return context.with("ReleaseURL", page(facts));
    }

    private static String page(ReleaseFacts facts) {
        return facts.git()
                .state()
                .remoteUrl()
                .flatMap(remote -> ReleasePage.of(remote, facts.tagPrefix() + facts.tag()))
                .orElse("");
    }
}
