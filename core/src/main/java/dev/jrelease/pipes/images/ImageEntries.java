package dev.jrelease.pipes.images;

import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.Planning;
import java.util.List;

/** Brings the entries of every section into the one form that images are planned from. */
record ImageEntries(Planning planning) {
    List<ImageEntry> of(ImagesConfig config) {
        return config.dockers().stream().map(this::of).toList();
    }

    private ImageEntry of(DockerConfig config) {
        check(config, planning.problems());
        return new ImageEntry(
                config.location(),
                planning.context(),
                config.id().orElse(planning.projectName()),
                config.ids(),
                new AskedPlatforms(
                        config.platforms(), config.goos(), config.goarch(), config.goarm(), config.goamd64()),
                config.imageTemplates(),
                config.dockerfile(),
                config.extraFiles(),
                config.buildFlagTemplates(),
                config.buildArgs(),
                config.labels(),
                config.target(),
                config.skipPush(),
                config.verifyPlatform().orElse(true));
    }

    private static void check(DockerConfig config, Problems problems) {
        config.use()
                .filter(use -> !use.equals("docker") && !use.equals("buildx"))
                .ifPresent(use -> problems.error(
                        config.location(),
                        "use: " + use + " is not supported",
                        "docker and buildx are, both through BuildKit"));
        if (config.imageTemplates().isEmpty()) {
            problems.error(config.location(), "image_templates is empty", "give the image at least one name");
        }
    }
}
