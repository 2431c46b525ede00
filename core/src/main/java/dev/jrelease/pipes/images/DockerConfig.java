package dev.jrelease.pipes.images;

import dev.jrelease.config.bind.Alias;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code dockers}: one image for each of its platforms, each with names of its own or all together.
 *
 * <pre>{@code
 * dockers:
 *   - id: hello
 *     platforms: [linux/amd64, linux/arm64]     # or goos, goarch, goarm for one
 *     dockerfile: Dockerfile
 *     extra_files: [app/]
 *     image_templates: ["acme/hello:{{ version }}-{{ arch }}"]
 *     build_flag_templates: ["--label=org.opencontainers.image.title=hello"]
 *   - platforms: [linux/amd64, linux/arm64]
 *     images: [acme/hello]                      # with tags: one index for all platforms
 *     tags: ["{{ version }}", latest]
 * }</pre>
 *
 * @param ids entries of {@code builds} whose programs go into the context; none means all of the platform
 * @param use {@code docker} or {@code buildx}: both are built by BuildKit here
 * @param skipPush {@code true}, {@code false}, {@code auto} (not for prereleases), or a template of these
 * @param pushFlags accepted as GoReleaser accepts them: without any effect
 * @param verifyPlatform whether the image is checked to be what it says; yes unless it says {@code false}
 */
@Unsupported(key = "retry", why = "requests to registries are repeated by themselves")
@Unsupported(key = "hooks", why = "nothing is run around a build")
@Unsupported(key = "templated_dockerfile", why = "Dockerfiles are taken as they are")
@Unsupported(key = "templated_extra_files", why = "files are taken as they are")
@Unsupported(key = "skip_build", why = "every entry is built; leave images out with --skip=docker")
public record DockerConfig(
        Location location,
        Optional<String> id,
        List<String> ids,
        List<Template> platforms,
        Optional<String> goos,
        Optional<String> goarch,
        Optional<String> goarm,
        Optional<String> goamd64,
        Optional<Template> dockerfile,
        Optional<String> use,
        List<Template> imageTemplates,
        @Alias("flags") List<Template> buildFlagTemplates,
        Map<Template, Template> buildArgs,
        Map<Template, Template> labels,
        Optional<Template> target,
        List<ExtraFileConfig> extraFiles,
        Optional<Template> skipPush,
        List<Template> pushFlags,
        Optional<Boolean> verifyPlatform,

        @Description(
                "Repositories that the images of all platforms are published to together, under tags, instead of image_templates.")
        @Example("[acme/hello, ghcr.io/acme/hello]")
        List<Template> images,

        @Description("Tags that each of images is given.")
        @Default("[\"{{ .Tag }}\"]")
        @Example("[\"{{ .Version }}\", latest]")
        List<Template> tags,

        @Description(
                "Annotations of the index, or of the image where it has none. A key may begin with index:, manifest: or manifest[linux/amd64]:.")
        @Example("{org.opencontainers.image.description: says hello}")
        Map<Template, Template> annotations,

        @Description("Whether its registries may be talked to without a trusted certificate.") @Default("false")
        boolean insecure) {

    public DockerConfig {
        ids = List.copyOf(ids);
        platforms = List.copyOf(platforms);
        imageTemplates = List.copyOf(imageTemplates);
        buildFlagTemplates = List.copyOf(buildFlagTemplates);
        extraFiles = List.copyOf(extraFiles);
        pushFlags = List.copyOf(pushFlags);
        images = List.copyOf(images);
        tags = List.copyOf(tags);
    }
}
