package dev.jrelease.config;

import dev.jrelease.config.bind.DeprecatedKey;
import dev.jrelease.config.bind.Description;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * GoReleaser's section {@code monorepo}, for a project that shares its repository with others.
 *
 * <pre>
 * monorepo:
 *   tag_prefix: api/
 *   dir: api
 * </pre>
 */
public record MonorepoConfig(
        @Description("The prefix of this project's tags.") @DeprecatedKey("git.tag_prefix")
        Optional<Template> tagPrefix,

        @Description("The project's folder, where its paths start.") @DeprecatedKey("jrelease --project")
        Optional<Template> dir) {

    void check(Problems problems) {
        tagPrefix.ifPresent(prefix ->
                problems.warning(prefix.location(), "'monorepo.tag_prefix' is deprecated: use git.tag_prefix"));
        dir.filter(folder -> !folder.source().equals("."))
                .ifPresent(folder -> problems.warning(
                        folder.location(), "'monorepo.dir' is deprecated: use the option --project " + folder));
    }
}
