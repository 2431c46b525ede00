package dev.jrelease.fields;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.IgnoresOtherKeys;
import dev.jrelease.config.bind.Key;
import dev.jrelease.template.Template;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * GoReleaser's section {@code release}, which is not run; only the name of the project is read from it.
 *
 * <pre>
 * release:
 *   github: {owner: acme, name: hello}
 * </pre>
 */
@Description("GoReleaser's section for releases of a git host; only names are taken from it.")
@IgnoresOtherKeys
public record ReleaseNames(
        @Description("The repository at GitHub.") @Key("github")
        Optional<Repository> gitHub,

        @Description("The project at GitLab.") @Key("gitlab")
        Optional<Repository> gitLab,

        @Description("The repository at Gitea.") Optional<Repository> gitea,

        @Description("Whether releases are drafts: `{{ .IsDraft }}`.")
        Optional<String> draft,

        @Description("Whether nothing is released there. The project then has the name of its Go module.")
        Optional<String> disable) {

    public static final Section<ReleaseNames> SECTION = Section.under("release", ReleaseNames.class);

    /** A repository of a git host. */
    @IgnoresOtherKeys
    public record Repository(
            @Description("The owner.") @Example("acme") Optional<Template> owner,

            @Description("The name, also of the project if `project_name` is not set.") @Example("hello")
            Optional<Template> name) {}

    /** The name of the repository, if it is set. */
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
