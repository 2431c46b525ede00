package dev.jrelease.fields;

import dev.jrelease.config.ProjectConfig;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.text.Rendered;
import java.util.List;
import java.util.Optional;

/** Creates the context of names that every template knows. */
public final class TemplateFields {
    /** The names whose values are determined one after the other. */
    static final List<TemplateField> NAMED = List.of(
            new TemplateField("ProjectName", "the name of the project"),
            new TemplateField("ModulePath", "the path of the Go module; empty where there is none"),
            new TemplateField("Metadata", "the section `metadata`: `{{ .Metadata.Description }}`"),
            new TemplateField("Env", "variables of the environment and of `env`: `{{ .Env.NAME }}`"));

    private static final String SNAPSHOT = "-SNAPSHOT-";

    private TemplateFields() {}

    /** Determines the name and the version of the project, and adds them to the context. */
    public static NamedRelease name(
            ReleaseConfig config, ReleaseFacts facts, boolean isSnapshot, EnvFields variables, Problems problems) {
        ProjectConfig project = config.project();
        TemplateContext base = fields(facts, isSnapshot, variables.context(config, facts.premises()));
        ProjectName names = new ProjectName(config, facts, VarFields.beforehand(base, project), problems);
        Rendered name = names.find();
        TemplateContext named = base.with("ProjectName", name.value()).with("ModulePath", names.module());
        TemplateContext unversioned = VarFields.beforehand(named, project);
        Rendered version = version(project, facts, isSnapshot, unversioned, problems);
        TemplateContext context = VarFields.after(named.with("Version", version.value()), project, problems);
        MetadataFields metadata = new MetadataFields(project.metadata(), facts.files(), context, problems);
        context = context.with("Metadata", metadata.values());
        return new NamedRelease(name.toString(), version.toString(), context);
    }

    /** For a check, the snapshot's version is evaluated also for a release. */
    private static Rendered version(
            ProjectConfig project, ReleaseFacts facts, boolean isSnapshot, TemplateContext context, Problems problems) {
        Optional<Rendered> snapshot = isSnapshot || facts.isCheck()
                ? project.snapshot()
                        .versionTemplate()
                        .filter(template -> !template.isEmpty())
                        .flatMap(template -> snapshotVersion(template, context.with("IsSnapshot", true), problems))
                : Optional.empty();
        String standard = facts.version() + SNAPSHOT + facts.git().state().shortCommit();
        return isSnapshot
                ? snapshot.orElseGet(() -> Rendered.of(standard))
                : Rendered.of(facts.version().toString());
    }

    private static Optional<Rendered> snapshotVersion(Template template, TemplateContext context, Problems problems) {
        Optional<Rendered> version = template.rendered(context, problems).map(Rendered::strip);
        version.filter(Rendered::isEmpty)
                .ifPresent(text -> problems.error(template.location(), "the snapshot version is empty"));
        return version.filter(text -> !text.isEmpty());
    }

    private static TemplateContext fields(ReleaseFacts facts, boolean isSnapshot, TemplateContext early) {
        return early.withReleases(facts.releases())
                .lacking(UnsupportedFields.REASONS)
                .with("IsSnapshot", isSnapshot)
                .with("IsRelease", !isSnapshot)
                .with(ReleaseFields.of(facts));
    }
}
