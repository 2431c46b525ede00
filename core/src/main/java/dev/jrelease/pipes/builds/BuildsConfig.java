package dev.jrelease.pipes.builds;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Former;
import dev.jrelease.config.bind.OneOrMany;
import java.util.List;

/** The sections about programs. */
public record BuildsConfig(
        @Description("Programs for images, in GoReleaser's form.") @Former("build") @OneOrMany
        List<BuildConfig> builds) {
    public static final Section<BuildsConfig> SECTION = Section.across(BuildsConfig.class);

    public BuildsConfig {
        builds = List.copyOf(builds);
    }
}
