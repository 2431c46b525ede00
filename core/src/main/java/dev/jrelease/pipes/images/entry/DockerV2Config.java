package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Alias;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Located;
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
 * An entry of {@code dockers_v2}: images for several platforms under common names, which are indexes.
 *
 * <pre>{@code
 * dockers_v2:
 *   - id: hello
 *     images: [acme/hello, ghcr.io/acme/hello]
 *     tags: ["{{ .Tag }}", latest]
 *     platforms: [linux/amd64, linux/arm64]
 *     dockerfile: Dockerfile
 *     extra_files: [app/]
 *     labels: {org.opencontainers.image.title: hello}
 *     annotations: {org.opencontainers.image.description: says hello}
 * }</pre>
 */
@Unsupported(key = "retry", why = "it is a key at the top level of the file")
@Unsupported(key = "hooks", why = "hooks of a build are not run", changesImage = true)
public record DockerV2Config(
        Location location,

        @Description("The name of the entry in messages and in the plan; the default is the name of the project.")
        @Example("hello")
        Optional<Template> id,

        @Description(
                "Entries of builds whose programs go into the build context; the default is all programs of its platforms.")
        @Example("[hello]")
        List<Located<String>> ids,

        @Description("The Dockerfile, from the project's folder.") @Default("Dockerfile") @Example("docker/Dockerfile")
        Optional<Template> dockerfile,

        @Description("A Dockerfile that is a template, rendered for each image. It replaces dockerfile.")
        @Example("Dockerfile.tpl")
        Optional<Template> templatedDockerfile,

        @Description("Repositories for the images. An empty one is dropped, and an entry without any is left out.")
        @Example("[acme/hello, ghcr.io/acme/hello]")
        List<Template> images,

        @Description("The tags in each repository. An empty one is dropped.")
        @Default("[\"{{ .Tag }}\"]")
        @Example("[\"{{ .Version }}\", latest]")
        List<Template> tags,

        @Description("Labels of the images. Keys are templates, too. An empty key or value is dropped.")
        @Example("{org.opencontainers.image.title: \"{{ .ProjectName }}\"}")
        Map<Template, Template> labels,

        @Description(
                "Annotations of the index, or of the image if there is only one platform. A key may begin with index:, manifest: or manifest[linux/amd64]:.")
        @Example("{org.opencontainers.image.description: says hello}")
        Map<Template, Template> annotations,

        @Description("Files, folders and globs for the build context.")
        @Example("[app/, {src: config/default.yaml, dst: config.yaml}]")
        List<ExtraFileConfig> extraFiles,

        @Description("Files for the build context that are templates, rendered for each image.")
        @Example("[{src: app.conf.tpl, dst: app.conf}]")
        List<TemplatedFileConfig> templatedExtraFiles,

        @Description("The platforms to build for: os/architecture or os/architecture/variant.")
        @Default("[linux/amd64, linux/arm64]")
        @Example("[linux/amd64, linux/arm64, linux/arm/v7]")
        List<Template> platforms,

        @Description("Values of the Dockerfile's ARGs. Keys are templates, too. An empty key or value is dropped.")
        @Example("{VERSION: \"{{ .Version }}\"}")
        Map<Template, Template> buildArgs,

        @Description("Flags of docker build. A flag that changes the image and is not supported is an error.")
        @Alias("build_flag_templates")
        @Example("[\"--pull\", \"--secret=id=token,env=TOKEN\"]")
        List<Template> flags,

        @Description("The stage of the Dockerfile to build; the default is the last.") @Example("production")
        Optional<Template> target,

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

        @Description("Whether the entry is left out.") @Default("false") @Example("\"{{ .IsSnapshot }}\"")
        Optional<Condition> disable,

        @Description("Whether a software bill of materials is attached to the images. jrelease does not make one yet.")
        @Default("false")
        Optional<Condition> sbom,

        @Description("Whether the images are not pushed: true, or auto for prereleases.")
        @Default("false")
        @Example("auto")
        Optional<Template> skipPush,

        @Description("Whether the platform and the programs of each image are verified.") @Default("true")
        Optional<Boolean> verifyPlatform,

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
        Access access) {

    public DockerV2Config {
        ids = List.copyOf(ids);
        images = List.copyOf(images);
        tags = List.copyOf(tags);
        extraFiles = List.copyOf(extraFiles);
        templatedExtraFiles = List.copyOf(templatedExtraFiles);
        platforms = List.copyOf(platforms);
        flags = List.copyOf(flags);
    }

    TagRule tagRule() {
        return new TagRule(access, floating, forward);
    }
}
