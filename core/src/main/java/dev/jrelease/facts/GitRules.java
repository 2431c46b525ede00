package dev.jrelease.facts;

import dev.jrelease.config.GitConfig;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.git.TagOrder;
import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section {@code git} with its templates rendered. They know the names that {@code env} knows. */
public final class GitRules {
    private final ProjectConfig project;
    private final TemplateContext context;
    private final Problems problems;

    /**
     *
     * @param context the names that {@code env} knows
     */
    public GitRules(ProjectConfig project, TemplateContext context, Problems problems) {
        this.project = project;
        this.context = context;
        this.problems = problems;
    }

    /**
     * Which tags are versions.
     *
     * @param prefix of the project's tags if the configuration has none
     */
    public TagRules tags(Optional<String> prefix) {
        return new TagRules(
                project.tagPrefix().flatMap(this::text).or(() -> prefix).orElse(""),
                texts(project.git().ignoreTags()).stream()
                        .map(pattern -> Glob.compile(pattern, GlobSyntax.NAMES))
                        .toList(),
                texts(project.git().ignoreTagPrefixes()),
                sort(project.git()));
    }

    private static TagSort sort(GitConfig git) {
        String key = git.tagSort().map(String::valueOf).orElse("");
        return switch (key) {
            case "" -> new TagSort.ReleasesFirst();
            case GitConfig.SEMVER -> new TagSort.ByPrecedence(false);
            case GitConfig.SMART_SEMVER -> new TagSort.ByPrecedence(true);
            default ->
                new TagSort.AsGitLists(new TagOrder(key, git.prereleaseSuffix().orElse("")));
        };
    }

    /** The environment in the folder of {@code monorepo.dir}. */
    public Environment folder(Environment environment) {
        Optional<Path> folder = project.monorepo().dir().flatMap(this::text).map(Path::of);
        Path here = environment.workingDirectory();
        if (folder.isEmpty() || here.endsWith(folder.get().normalize())) {
            return environment;
        }
        Path there = here.resolve(folder.get()).normalize();
        refuseOutside(folder.get(), here);
        if (!Files.isDirectory(there)) {
            throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "use monorepo.dir " + folder.get())
                    .because("there is no such folder in " + here)
                    .build();
        }
        return environment.in(there);
    }

    private static void refuseOutside(Path folder, Path here) {
        try {
            SourceTree.around(here).inside(here.resolve(folder));
        } catch (OutsideException outside) {
            throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "use monorepo.dir " + folder)
                    .because("it is outside of " + outside.tree())
                    .build();
        }
    }

    private Optional<String> text(Template template) {
        return template.filled(context, problems).map(String::strip).filter(text -> !text.isEmpty());
    }

    private List<String> texts(List<Template> templates) {
        return templates.stream().flatMap(template -> text(template).stream()).toList();
    }

    /** Reports errors in the templates. */
    public void check() {
        List<Template> all = new ArrayList<>(project.git().ignoreTags());
        all.addAll(project.git().ignoreTagPrefixes());
        project.tagPrefix().ifPresent(all::add);
        project.monorepo().dir().ifPresent(all::add);
        all.forEach(this::text);
    }
}
