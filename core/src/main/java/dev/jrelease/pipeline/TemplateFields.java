package dev.jrelease.pipeline;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Optional;

/** Puts together what every template knows. */
final class TemplateFields {
    /** The names that are found out one after the other. */
    static final List<TemplateField> NAMED = List.of(
            new TemplateField("ProjectName", "what the project is called"),
            new TemplateField("ModulePath", "the path of the Go module; empty where there is none"),
            new TemplateField("Metadata", "what `metadata` says: `{{ .Metadata.Description }}`"),
            new TemplateField("Env", "variables of the environment and of `env`: `{{ .Env.NAME }}`"));

    private static final String SNAPSHOT = "-SNAPSHOT-";

    /** What a tag can hold; and {@code +}, which files are used to replace. */
    private TemplateFields() {}

    /** Names the project and its version, which later templates then know, too. */
    static Planning planning(
            ProjectConfig project,
            ReleaseFacts facts,
            ReleaseOptions options,
            ConfigVariables variables,
            boolean lenient,
            Problems problems) {
        TemplateContext base = fields(facts, options, variables.context(project, facts.premises()));
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
        version.filter(String::isEmpty)
                .ifPresent(text -> problems.error(template.location(), "the snapshot version is empty"));
        return version.filter(text -> !text.isEmpty());
    }

    private static TemplateContext fields(ReleaseFacts facts, ReleaseOptions options, TemplateContext early) {
        TemplateContext context = early.withReleases(facts.releases())
                .lacking(ForeignNames.REASONS)
                .with("IsSnapshot", options.snapshot())
                .with("IsRelease", !options.snapshot());
        for (TemplateField.From<ReleaseFacts> field : ReleaseFields.ALL) {
            context = context.with(field.name(), field.value().apply(facts));
        }
        return context;
    }
}
