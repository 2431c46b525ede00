package dev.jrelease.pipes.builds;

import dev.jrelease.config.Section;
import java.util.List;

/** Everything the configuration says about programs. */
public record BuildsConfig(List<BuildConfig> builds) {
    public static final Section<BuildsConfig> SECTION = Section.across(BuildsConfig.class);

    public BuildsConfig {
        builds = List.copyOf(builds);
    }
}
