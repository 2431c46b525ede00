package dev.jrelease.pipes.images;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.OneOf;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code dockers}: one image for each of its platforms.
 *
 * <pre>{@code
 * dockers:
 *   - id: hello
 *     platforms: [linux/amd64, linux/arm64]     # or goos, goarch, goarm for one
 *     dockerfile: Dockerfile
 *     extra_files: [app/]
 *     image_templates: ["acme/hello:{{ version }}-{{ arch }}"]
 *     build_flag_templates: ["--label=org.opencontainers.image.title=hello"]
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

        @Description("What the entry is called in messages and in the plan; without it, as the project.")
        @Example("hello")
        Optional<String> id,

        @Description(
                "Entries of builds whose programs go into the build context; without it, all programs of the platform.")
        @Example("[hello, hello-server]")
        List<String> ids,

        @Description(
                "The platforms to build an image for, one each, as os/architecture or os/architecture/variant; in place of goos, goarch and goarm.")
        @Example("[linux/amd64, linux/arm64, linux/arm/v7]")
        List<Template> platforms,

        @Description("The image's operating system, in Go's words.") @Default("linux") @Example("linux")
        Optional<String> goos,

        @Description("The image's architecture, in Go's words; a flag --platform must not contradict it.")
        @Default("amd64")
        @Example({"arm64", "386"})
        Optional<String> goarch,

        @Description("The image's version of arm, where goarch is arm.") @Default("6") @Example("7")
        Optional<String> goarm,

        @Description("Which programs go into an image for amd64: those of this level.") @Default("v1") @Example("v3")
        Optional<String> goamd64,

        @Description("The Dockerfile, from the project's folder.") @Default("Dockerfile") @Example("docker/Dockerfile")
        Optional<Template> dockerfile,

        @Description("What GoReleaser builds with; BuildKit builds either way.")
        @Default("docker")
        @Example("buildx")
        @OneOf({"docker", "buildx", "podman"})
        Optional<String> use,

        @Description("The names of the image; one that renders empty is dropped, and an entry without any is left out.")
        @Example("['ghcr.io/acme/hello:{{ .Version }}-{{ .Arch }}']")
        List<Template> imageTemplates,

        @Description("Flags of docker build; one that would change the image and cannot be honoured is an error.")
        @Example("['--label=org.opencontainers.image.title={{ .ProjectName }}', --pull]")
        List<Template> buildFlagTemplates,

        @Description("Build arguments; flags --build-arg go before them.")
        @Example("{GO_VERSION: '1.25', REVISION: '{{ .FullCommit }}'}")
        Map<String, Template> buildArgs,

        @Description("Labels of the image; flags --label go before them.")
        @Example("{org.opencontainers.image.title: hello}")
        Map<String, Template> labels,

        @Description("The stage of the Dockerfile to build; without it, the flag --target, else the last.")
        @Example("production")
        Optional<Template> target,

        @Description("Files, folders and globs that go into the build context, beside the Dockerfile and the programs.")
        @Example("[LICENSE, {src: 'assets/{{ .Target }}/', dst: assets}]")
        List<ExtraFileConfig> extraFiles,

        @Description("Keeps the image from being pushed: true always, auto for a prerelease; any other text does not.")
        @Default("false")
        @Example({"auto", "true", "'{{ .IsNightly }}'"})
        Optional<Template> skipPush,

        @Description("Accepted as GoReleaser accepts it: without any effect.") @Example("[--quiet]")
        List<Template> pushFlags,

        @Description("Whether the image is refused if its platform or its programs are not what it says.")
        @Default("true")
        @Example("false")
        Optional<Boolean> verifyPlatform) {

    private static final String DEFAULT_GOARM = "6";

    public DockerConfig {
        ids = List.copyOf(ids);
        platforms = List.copyOf(platforms);
        imageTemplates = List.copyOf(imageTemplates);
        buildFlagTemplates = List.copyOf(buildFlagTemplates);
        extraFiles = List.copyOf(extraFiles);
        pushFlags = List.copyOf(pushFlags);
    }

    /** The one platform that goos, goarch and goarm name, with GoReleaser's defaults. */
    Platform singlePlatform() {
        String architecture = goarch.orElse("amd64");
        String variant = architecture.equals("arm")
                ? "v" + goarm.filter(text -> !text.isEmpty()).orElse(DEFAULT_GOARM)
                : "";
        return Platform.of(goos.orElse("linux"), architecture, variant);
    }

    /** The platform of the programs that go into an image: {@code goamd64} says of which, the image does not tell. */
    Platform programPlatform(Platform image) {
        boolean isPlainAmd64 =
                image.architecture().equals("amd64") && image.variant().isEmpty();
        return isPlainAmd64 ? Platform.of(image.os(), image.architecture(), goamd64.orElse("")) : image;
    }
}
