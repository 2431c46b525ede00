package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Alias;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.DeprecatedKey;
import dev.jrelease.config.bind.DeprecatedNames;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.OneOf;
import dev.jrelease.config.bind.OneOrMany;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Access;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code dockers}: one image for each of its platforms, under separate or common names.
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
 * @param ids entries of {@code builds} whose programs go into the context; empty means all programs of the platform
 * @param use {@code docker} or {@code buildx}: BuildKit builds both
 * @param skipPush {@code true}, {@code false}, {@code auto} (not for prereleases), or a template of these
 * @param pushFlags accepted without effect, as in GoReleaser
 * @param verifyPlatform whether the image is verified; the default is true
 */
@Unsupported(key = "retry", why = "it is a key at the top level of the file")
@Unsupported(key = "hooks", why = "hooks of a build are not run", changesImage = true)
@Unsupported(key = "binary", why = "ids selects the programs")
@Unsupported(key = "binaries", why = "ids selects the programs")
public record DockerConfig(
        Location location,

        @Description("The name of the entry in messages and in the plan; the default is the name of the project.")
        @Example("hello")
        Optional<Template> id,

        @Description(
                "Entries of builds whose programs go into the build context; the default is all programs of the platform.")
        @Example("[hello, hello-server]")
        @DeprecatedNames("builds")
        List<Located<String>> ids,

        @Description(
                "The platforms to build an image for, as os/architecture or os/architecture/variant. It replaces goos, goarch and goarm.")
        @Example("[linux/amd64, linux/arm64, linux/arm/v7]")
        List<Template> platforms,

        @Description("The image's operating system, with Go's name.") @Default("linux") @Example("linux")
        Optional<Located<String>> goos,

        @Description("The image's architecture, with Go's name. A flag --platform must not contradict it.")
        @Default("amd64")
        @Example({"arm64", "386"})
        Optional<Located<String>> goarch,

        @Description("The image's version of arm, where goarch is arm.") @Default("6") @Example("7")
        Optional<Located<String>> goarm,

        @Description("The level of the programs in an image for amd64.") @Default("v1") @Example("v3")
        Optional<Located<String>> goamd64,

        @Description("The Dockerfile, from the project's folder.") @Default("Dockerfile") @Example("docker/Dockerfile")
        Optional<Template> dockerfile,

        @Description("A Dockerfile that is a template, rendered for each image. It replaces dockerfile.")
        @Example("Dockerfile.tpl")
        Optional<Template> templatedDockerfile,

        @Description("The tool of GoReleaser; here BuildKit builds all images.")
        @Default("docker")
        @Example("buildx")
        @OneOf({"docker", "buildx", "podman"})
        Optional<Located<String>> use,

        @Description("The names of the image. An empty name is dropped, and an entry without names is left out.")
        @Example("['ghcr.io/acme/hello:{{ .Version }}-{{ .Arch }}']")
        List<Template> imageTemplates,

        @Description("Flags of docker build. A flag that changes the image and is not supported is an error.")
        @Example("['--label=org.opencontainers.image.title={{ .ProjectName }}', --pull]")
        @Alias("flags")
        List<Template> buildFlagTemplates,

        @Description("Build arguments. Flags --build-arg have priority. An empty key or value is dropped.")
        @Example("{GO_VERSION: '1.25', REVISION: '{{ .FullCommit }}'}")
        Map<Template, Template> buildArgs,

        @Description("Labels of the image. Flags --label have priority. An empty key or value is dropped.")
        @Example("{org.opencontainers.image.title: hello}")
        Map<Template, Template> labels,

        @Description("The stage of the Dockerfile to build; the default is the flag --target, else the last stage.")
        @Example("production")
        Optional<Template> target,

        @Description("Files, folders and globs for the build context, in addition to the Dockerfile and the programs.")
        @Example("[LICENSE, {src: 'assets/{{ .Target }}/', dst: assets}]")
        List<ExtraFileConfig> extraFiles,

        @Description("Files for the build context that are templates, rendered for each image.")
        @Example("[{src: app.conf.tpl, dst: app.conf}]")
        List<TemplatedFileConfig> templatedExtraFiles,

        @Description("Whether the image is not pushed: true, or auto for a prerelease. Any other text pushes it.")
        @Default("false")
        @Example({"auto", "true", "'{{ .IsNightly }}'"})
        Optional<Template> skipPush,

        @Description("Accepted without effect, as in GoReleaser.") @Example("[--quiet]")
        List<Template> pushFlags,

        @Description("Whether the platform and the programs of the image are verified.")
        @Default("true")
        @Example("false")
        Optional<Boolean> verifyPlatform,

        @Description(
                "Repositories for the images of all platforms, with the names of tags. It replaces image_templates.")
        @Example("[acme/hello, ghcr.io/acme/hello]")
        List<Template> images,

        @Description("The tags in each of images; the default is the tag of the release.")
        @Example("[\"{{ .Version }}\", latest]")
        List<Template> tags,

        @Description(
                "Annotations of the index, or of the image if there is only one platform. A key may begin with index:, manifest: or manifest[linux/amd64]:.")
        @Example("{org.opencontainers.image.description: says hello}")
        Map<Template, Template> annotations,

        @Description(
                "Whether its tags move from release to release. By default those do that hold neither a full version"
                        + " nor the commit.")
        @Example("true")
        Optional<Boolean> floating,

        @Description("Whether floating tags move only to higher versions. A tag that moves by design says false.")
        @Default("true")
        @Example("false")
        Optional<Boolean> forward,

        @Description(
                "What each tag holds, for several platforms: oci for an OCI index, docker for a Docker manifest list"
                        + " of images with Docker's types. auto makes a list if all images have Docker's types.")
        @Default("auto")
        @Example("docker")
        Located<IndexFormat> format,

        @Description("Whether registries of this entry may have an untrusted certificate, or use plain http.")
        @Default("false")
        @Key("insecure")
        Access access,

        @Key("if")
        @Description("Whether an image is made: true, false or a template that gives one of them."
                + " It is evaluated for each platform.")
        @Default("true")
        @Example("'{{ not .IsSnapshot }}'")
        Optional<Condition> condition,

        @Description("Values for each of whose combinations the entry is used once."
                + " Templates read them as .Matrix.NAME.")
        @Example("{base: [alpine, debian]}")
        Map<String, List<Template>> matrix,

        @Description("Whether no image is made: the opposite of if.") @DeprecatedKey("if")
        Optional<Condition> skipBuild,

        @Description("Whether GoReleaser builds with buildx; here BuildKit builds all images.")
        @DeprecatedKey("use: buildx")
        Optional<Located<Boolean>> useBuildx,

        @Description("The repository of the image, for the tags of tag_templates.") @DeprecatedKey("image_templates")
        Optional<Template> image,

        @Description("Tags of the image.") @DeprecatedKey("image_templates") @Alias("tag_template") @OneOrMany
        List<Template> tagTemplates,

        @Description("Whether the image has also the tag latest.") @DeprecatedKey("image_templates")
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

    TagRule tagRule() {
        return new TagRule(access, floating, forward);
    }
}
