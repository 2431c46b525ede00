package dev.jrelease.fields;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Open;
import dev.jrelease.template.Template;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What GoReleaser's section {@code release}, which is not run here, says of the project's name.
 *
 * <pre>
 * release:
 *   github: {owner: acme, name: hello}
 * </pre>
 */
@Description("GoReleaser's section for releases of a git host; only names are taken from it.")
@Open
public record ReleaseNames(
        @Description("The repository at GitHub.") @Key("github")
        Optional<Repository> gitHub,

        @Description("The project at GitLab.") @Key("gitlab")
        Optional<Repository> gitLab,

        @Description("The repository at Gitea.") Optional<Repository> gitea,

        @Description("Whether releases are drafts: `{{ .IsDraft }}`.")
        Optional<String> draft,

        @Description("Whether nothing is released there; then the project is called as its Go module is.")
        Optional<String> disable) {

    public static final Section<ReleaseNames> SECTION = Section.under("release", ReleaseNames.class);

    /** A repository of a git host. */
    @Open
    public record Repository(
            @Description("Whose it is.") @Example("acme") Optional<Template> owner,

            @Description("What it is called, and so the project where `project_name` says nothing.") @Example("hello")
            Optional<Template> name) {}

    /** What the repository is called, if that is said. */
    public Optional<Template> name() {
        return Stream.of(gitHub, gitLab, gitea)
                .flatMap(Optional::stream)
                .flatMap(repository -> repository.name().stream())
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /** Whether releases are drafts. */
    public boolean isDraft() {
        return draft.filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Whether nothing is released at a git host. */
    public boolean isDisabled() {
        return disable.filter("true"::equalsIgnoreCase).isPresent();
    }
}
