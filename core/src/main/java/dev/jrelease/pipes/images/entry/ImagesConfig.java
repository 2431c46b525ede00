package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import java.util.List;

/** The sections about images. */
public record ImagesConfig(
        @Description("Images to build, one for each platform of an entry.")
        List<DockerConfig> dockers,

        @Description("Images to build for several platforms under common names, one index for each name.")
        List<DockerV2Config> dockersV2,

        @Description("Indexes: names for the images of several platforms. A pull gets the image of its platform.")
        List<DockerManifestConfig> dockerManifests,

        @Description("The file in dist with the digest of every published tag.")
        DockerDigestConfig dockerDigest,

        @Description("Packages, which are not made here; ids of an image may name them.")
        List<MentionedEntry> nfpms,

        @Description("Archives, which are not made here; ids of an image may name them.")
        List<MentionedEntry> archives) {
    public static final Section<ImagesConfig> SECTION = Section.across(ImagesConfig.class);

    public ImagesConfig {
        dockers = List.copyOf(dockers);
        dockersV2 = List.copyOf(dockersV2);
        dockerManifests = List.copyOf(dockerManifests);
        nfpms = List.copyOf(nfpms);
        archives = List.copyOf(archives);
    }

    /** Whether it has an entry for an image or index. */
    public boolean hasEntries() {
        return !dockers.isEmpty() || !dockersV2.isEmpty() || !dockerManifests.isEmpty();
    }
}
