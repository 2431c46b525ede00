package dev.jrelease.pipes.images;

import dev.jrelease.config.Section;
import java.util.List;

/** Everything the configuration says about images. */
public record ImagesConfig(
        List<DockerConfig> dockers, List<DockerV2Config> dockersV2, List<DockerManifestConfig> dockerManifests) {
    public static final Section<ImagesConfig> SECTION = Section.across(ImagesConfig.class);

    public ImagesConfig {
        dockers = List.copyOf(dockers);
        dockersV2 = List.copyOf(dockersV2);
        dockerManifests = List.copyOf(dockerManifests);
    }
}
