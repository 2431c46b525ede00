package dev.jrelease.pipes.builds;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.DeprecatedNames;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.OneOf;
import dev.jrelease.config.bind.OneOrMany;
import java.util.List;
import java.util.Optional;

/** The sections about programs. */
public record BuildsConfig(
        @Description("Programs for images, in GoReleaser's form.") @DeprecatedNames("build") @OneOrMany
        List<BuildConfig> builds,

        @Description("Whether a release stops if a POM or a build of Gradle has another version than the tag.")
        @Default("on")
        @OneOf({"on", "off"})
        Optional<String> versionCheck) {
    public static final Section<BuildsConfig> SECTION = Section.across(BuildsConfig.class);

    public BuildsConfig {
        builds = List.copyOf(builds);
    }

    /** Whether the versions of build files are compared with the tag. */
    boolean checksVersion() {
        return versionCheck.filter("off"::equals).isEmpty();
    }
}
