package dev.jrelease.pipes.builds;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Former;
import dev.jrelease.config.bind.OneOrMany;
import java.util.List;

/** Everything the configuration says about programs. */
public record BuildsConfig(@Former("build") @OneOrMany List<BuildConfig> builds) {
    public static final Section<BuildsConfig> SECTION = Section.across(BuildsConfig.class);

    public BuildsConfig {
        builds = List.copyOf(builds);
    }
}
