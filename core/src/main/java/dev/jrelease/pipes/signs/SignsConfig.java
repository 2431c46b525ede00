package dev.jrelease.pipes.signs;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import java.util.List;

/** The section about signatures. */
public record SignsConfig(
        @Description("Commands that sign published images and indexes, by digest.")
        @Example("[{artifacts: all, args: [sign, --yes, \"${artifact}\"]}]")
        List<SignConfig> dockerSigns) {

    public static final Section<SignsConfig> SECTION = Section.across(SignsConfig.class);

    public SignsConfig {
        dockerSigns = List.copyOf(dockerSigns);
    }
}
