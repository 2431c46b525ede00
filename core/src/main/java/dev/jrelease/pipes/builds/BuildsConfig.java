package dev.jrelease.pipes.builds;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Former;
import dev.jrelease.config.bind.OneOrMany;
import java.util.List;

/** Everything the configuration says about programs. */
public record BuildsConfig(
        @Description("Programs that go into images, in GoReleaser's form; only those that were built before are taken.")
        @Former("build")
        @OneOrMany
        List<BuildConfig> builds) {
    public static final Section<BuildsConfig> SECTION = Section.across(BuildsConfig.class);

    public BuildsConfig {
        builds = List.copyOf(builds);
    }
}
