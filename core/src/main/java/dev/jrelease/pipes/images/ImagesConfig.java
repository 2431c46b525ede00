package dev.jrelease.pipes.images;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import java.util.List;

/** Everything the configuration says about images. */
public record ImagesConfig(
        @Description("Images to build, one for each platform of an entry.")
        List<DockerConfig> dockers,

        @Description("Names that stand for several images: who pulls one gets the image of their platform.")
        List<DockerManifestConfig> dockerManifests) {
    public static final Section<ImagesConfig> SECTION = Section.across(ImagesConfig.class);

    public ImagesConfig {
        dockers = List.copyOf(dockers);
        dockerManifests = List.copyOf(dockerManifests);
    }
}
