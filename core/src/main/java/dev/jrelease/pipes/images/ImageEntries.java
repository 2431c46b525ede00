package dev.jrelease.pipes.images;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings the entries of every section into the one form that images are planned from. */
record ImageEntries(Planning planning) {
    private static final List<String> DEFAULT_PLATFORMS = List.of("linux/amd64", "linux/arm64");
    private static final String DEFAULT_TAG = "{{ .Tag }}";

    List<ImageEntry> of(ImagesConfig config) {
        return Stream.concat(
                        config.dockers().stream().map(this::of),
                        config.dockersV2().stream().flatMap(entry -> of(entry).stream()))
                .toList();
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
                config.images().isEmpty()
                        ? new Naming.Separate(config.imageTemplates())
                        : together(config.images(), config.tags(), config.location()),
                config.dockerfile(),
                config.extraFiles(),
                config.buildFlagTemplates(),
                config.buildArgs(),
                config.labels(),
                config.annotations(),
                config.target(),
                config.skipPush(),
                false,
                config.verifyPlatform().orElse(true),
                config.insecure());
    }

    /** Absent if it is disabled. */
    private Optional<ImageEntry> of(DockerV2Config config) {
        boolean disabled = config.disable()
                .filter(condition -> condition.holds(planning.context(), planning.problems()))
                .isPresent();
        config.sbom()
                .filter(sbom -> !disabled && sbom.holds(planning.context(), planning.problems()))
                .ifPresent(sbom -> Attestations.notMade("sbom", sbom.location(), planning));
        return disabled ? Optional.empty() : Optional.of(enabled(config));
    }

    private ImageEntry enabled(DockerV2Config config) {
        Location location = config.location();
        List<Template> platforms = config.platforms().isEmpty()
                ? DEFAULT_PLATFORMS.stream()
                        .map(platform -> Template.literal(platform, location))
                        .toList()
                : config.platforms();
        return new ImageEntry(
                location,
                planning.context(),
                config.id().orElse(planning.projectName()),
                config.ids(),
                AskedPlatforms.of(platforms),
                together(config.images(), config.tags(), location),
                config.dockerfile(),
                config.extraFiles(),
                config.flags(),
                config.buildArgs(),
                config.labels(),
                config.annotations(),
                config.target(),
                config.skipPush(),
                true,
                config.verifyPlatform().orElse(true),
                config.insecure());
    }

    private Naming together(List<Template> images, List<Template> tags, Location location) {
        return new Naming.Together(
                images, tags.isEmpty() ? List.of(Template.parse(DEFAULT_TAG, location, planning.problems())) : tags);
    }

    private static void check(DockerConfig config, Problems problems) {
        config.use()
                .filter(use -> !use.equals("docker") && !use.equals("buildx"))
                .ifPresent(use -> problems.error(
                        config.location(),
                        "use: " + use + " is not supported",
                        "docker and buildx are, both through BuildKit"));
        if (!config.imageTemplates().isEmpty() && !config.images().isEmpty()) {
            problems.error(
                    config.images().getFirst().location(),
                    "images and image_templates exclude each other",
                    "images and tags name all platforms together, image_templates each platform");
        } else if (config.images().isEmpty() && !config.tags().isEmpty()) {
            problems.error(config.tags().getFirst().location(), "tags without images", "tags are those of images");
        } else if (config.imageTemplates().isEmpty() && config.images().isEmpty()) {
            problems.error(config.location(), "image_templates is empty", "give the image at least one name");
        }
    }
}
