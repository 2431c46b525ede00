package dev.jrelease.pipes.signs;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import java.util.List;

/** Everything the configuration says about signatures of images. */
public record SignsConfig(
        @Description("How images and indexes are signed once they are at their registry, each by its digest.")
        @Example("[{artifacts: all, args: [sign, --yes, \"${artifact}\"]}]")
        List<SignConfig> dockerSigns) {

    public static final Section<SignsConfig> SECTION = Section.across(SignsConfig.class);

    public SignsConfig {
        dockerSigns = List.copyOf(dockerSigns);
    }
}
