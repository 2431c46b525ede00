package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Alias;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Former;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.OneOf;
import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.config.bind.Outdated;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Access;
import dev.jrelease.template.Condition;
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
@Unsupported(key = "retry", why = "it stands at the root of the file")
@Unsupported(key = "hooks", why = "nothing is run around a build", changesImage = true)
@Unsupported(key = "binary", why = "programs are chosen by ids")
@Unsupported(key = "binaries", why = "programs are chosen by ids")
public record DockerConfig(
        Location location,

        @Description("What the entry is called in messages and in the plan; without it, as the project.")
        @Example("hello")
        Optional<Template> id,

        @Description(
                "Entries of builds whose programs go into the build context; without it, all programs of the platform.")
        @Example("[hello, hello-server]")
        @Former("builds")
        List<Located<String>> ids,

        @Description(
                "The platforms to build an image for, one each, as os/architecture or os/architecture/variant; in place of goos, goarch and goarm.")
        @Example("[linux/amd64, linux/arm64, linux/arm/v7]")
        List<Template> platforms,

        @Description("The image's operating system, in Go's words.") @Default("linux") @Example("linux")
        Optional<Located<String>> goos,

        @Description("The image's architecture, in Go's words; a flag --platform must not contradict it.")
        @Default("amd64")
        @Example({"arm64", "386"})
        Optional<Located<String>> goarch,

        @Description("The image's version of arm, where goarch is arm.") @Default("6") @Example("7")
        Optional<Located<String>> goarm,

        @Description("Which programs go into an image for amd64: those of this level.") @Default("v1") @Example("v3")
        Optional<Located<String>> goamd64,

        @Description("The Dockerfile, from the project's folder.") @Default("Dockerfile") @Example("docker/Dockerfile")
        Optional<Template> dockerfile,

        @Description("A Dockerfile whose content is a template, filled in for each image. Instead of dockerfile.")
        @Example("Dockerfile.tpl")
        Optional<Template> templatedDockerfile,

        @Description("What GoReleaser builds with; BuildKit builds either way.")
        @Default("docker")
        @Example("buildx")
        @OneOf({"docker", "buildx", "podman"})
        Optional<Located<String>> use,

        @Description("The names of the image; one that renders empty is dropped, and an entry without any is left out.")
        @Example("['ghcr.io/acme/hello:{{ .Version }}-{{ .Arch }}']")
        List<Template> imageTemplates,

        @Description("Flags of docker build; one that would change the image and cannot be honoured is an error.")
        @Example("['--label=org.opencontainers.image.title={{ .ProjectName }}', --pull]")
        @Alias("flags")
        List<Template> buildFlagTemplates,

        @Description("Build arguments; flags --build-arg go before them.")
        @Example("{GO_VERSION: '1.25', REVISION: '{{ .FullCommit }}'}")
        Map<Template, Template> buildArgs,

        @Description("Labels of the image; flags --label go before them.")
        @Example("{org.opencontainers.image.title: hello}")
        Map<Template, Template> labels,

        @Description("The stage of the Dockerfile to build; without it, the flag --target, else the last.")
        @Example("production")
        Optional<Template> target,

        @Description("Files, folders and globs that go into the build context, beside the Dockerfile and the programs.")
        @Example("[LICENSE, {src: 'assets/{{ .Target }}/', dst: assets}]")
        List<ExtraFileConfig> extraFiles,

        @Description("Files whose content is a template, filled in for each image, that go into its build context.")
        @Example("[{src: app.conf.tpl, dst: app.conf}]")
        List<TemplatedFileConfig> templatedExtraFiles,

        @Description("Keeps the image from being pushed: true always, auto for a prerelease; any other text does not.")
        @Default("false")
        @Example({"auto", "true", "'{{ .IsNightly }}'"})
        Optional<Template> skipPush,

        @Description("Accepted as GoReleaser accepts it: without any effect.") @Example("[--quiet]")
        List<Template> pushFlags,

        @Description("Whether the image is refused if its platform or its programs are not what it says.")
        @Default("true")
        @Example("false")
        Optional<Boolean> verifyPlatform,

        @Description(
                "Repositories that the images of all platforms are published to together, under tags, instead of image_templates.")
        @Example("[acme/hello, ghcr.io/acme/hello]")
        List<Template> images,

        @Description("Tags that each of images is given; without it, the release's.")
        @Example("[\"{{ .Version }}\", latest]")
        List<Template> tags,

        @Description(
                "Annotations of the index, or of the image where it has none. A key may begin with index:, manifest: or manifest[linux/amd64]:.")
        @Example("{org.opencontainers.image.description: says hello}")
        Map<Template, Template> annotations,

        @Description("Whether registries of this entry may have an untrusted certificate, or speak plain http.")
        @Default("false")
        @Key("insecure")
        Access access,

        @Key("if")
        @Description("Whether an image is made: true, false or a template that gives one of them."
                + " It is asked for each platform.")
        @Default("true")
        @Example("'{{ not .IsSnapshot }}'")
        Optional<Condition> condition,

        @Description("Values for which the entry stands again and again, once for every combination of them."
                + " Its templates know them as .Matrix.NAME.")
        @Example("{base: [alpine, debian]}")
        Map<String, List<Template>> matrix,

        @Description("Whether no image is made: the opposite of if.") @Outdated("if")
        Optional<Condition> skipBuild,

        @Description("Whether GoReleaser builds with buildx; BuildKit builds either way.") @Outdated("use: buildx")
        Optional<Located<Boolean>> useBuildx,

        @Description("The repository of the image; its names are this and each of tag_templates.")
        @Outdated("image_templates")
        Optional<Template> image,

        @Description("Tags of the image, behind the colon of its names.")
        @Outdated("image_templates")
        @Alias("tag_template")
        @OneOrMany
        List<Template> tagTemplates,

        @Description("Whether the image has the tag latest, too, beside tag_templates.") @Outdated("image_templates")
        Optional<Boolean> latest) {

    public DockerConfig {
        ids = List.copyOf(ids);
        platforms = List.copyOf(platforms);
        imageTemplates = List.copyOf(imageTemplates);
        buildFlagTemplates = List.copyOf(buildFlagTemplates);
        extraFiles = List.copyOf(extraFiles);
        templatedExtraFiles = List.copyOf(templatedExtraFiles);
        pushFlags = List.copyOf(pushFlags);
        images = List.copyOf(images);
        tags = List.copyOf(tags);
        tagTemplates = List.copyOf(tagTemplates);
    }
}
