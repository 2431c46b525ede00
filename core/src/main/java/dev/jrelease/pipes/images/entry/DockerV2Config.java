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
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code dockers_v2}: images for several platforms under common names, as one index each.
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
@Unsupported(key = "retry", why = "it stands at the root of the file")
@Unsupported(key = "hooks", why = "nothing is run around a build", changesImage = true)
public record DockerV2Config(
        Location location,

        @Description("What the entry is called in messages and in the plan; without it, as the project.")
        @Example("hello")
        Optional<Template> id,

        @Description(
                "Entries of builds whose programs go into the build context; without it, all programs of its platforms.")
        @Example("[hello]")
        List<Located<String>> ids,

        @Description("The Dockerfile, from the project's folder.") @Default("Dockerfile") @Example("docker/Dockerfile")
        Optional<Template> dockerfile,

        @Description("A Dockerfile whose content is a template, filled in for each image. Instead of dockerfile.")
        @Example("Dockerfile.tpl")
        Optional<Template> templatedDockerfile,

        @Description(
                "Repositories that the images are published to. One that renders empty is dropped; an entry without any is left out.")
        @Example("[acme/hello, ghcr.io/acme/hello]")
        List<Template> images,

        @Description("Tags that each of the images is given. One that renders empty is dropped.")
        @Default("[\"{{ .Tag }}\"]")
        @Example("[\"{{ .Version }}\", latest]")
        List<Template> tags,

        @Description("Labels of the images. Keys are templates, too; an empty key or value is dropped.")
        @Example("{org.opencontainers.image.title: \"{{ .ProjectName }}\"}")
        Map<Template, Template> labels,

        @Description(
                "Annotations of the index, or of the image where there is one platform only. A key may begin with index:, manifest: or manifest[linux/amd64]:.")
        @Example("{org.opencontainers.image.description: says hello}")
        Map<Template, Template> annotations,

        @Description("Files, folders and globs for the build context.")
        @Example("[app/, {src: config/default.yaml, dst: config.yaml}]")
        List<ExtraFileConfig> extraFiles,

        @Description("Files whose content is a template, filled in for each image, that go into its build context.")
        @Example("[{src: app.conf.tpl, dst: app.conf}]")
        List<TemplatedFileConfig> templatedExtraFiles,

        @Description("The platforms to build for: os/architecture or os/architecture/variant.")
        @Default("[linux/amd64, linux/arm64]")
        @Example("[linux/amd64, linux/arm64, linux/arm/v7]")
        List<Template> platforms,

        @Description("Values of the Dockerfile's ARGs. Keys are templates, too; an empty key or value is dropped.")
        @Example("{VERSION: \"{{ .Version }}\"}")
        Map<Template, Template> buildArgs,

        @Description("What else is asked of the build, in the words of docker build.")
        @Alias("build_flag_templates")
        @Example("[\"--pull\", \"--secret=id=token,env=TOKEN\"]")
        List<Template> flags,

        @Description("The stage of the Dockerfile to build; without it, the last.") @Example("production")
        Optional<Template> target,

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

        @Description("Whether the entry is left out.") @Default("false") @Example("\"{{ .IsSnapshot }}\"")
        Optional<Condition> disable,

        @Description("Whether a bill of materials is attached to the images, which is not done yet.") @Default("false")
        Optional<Condition> sbom,

        @Description("Whether the images stay on this machine: true, or auto for prereleases.")
        @Default("false")
        @Example("auto")
        Optional<Template> skipPush,

        @Description("Whether each image is checked to be what it says.") @Default("true")
        Optional<Boolean> verifyPlatform,

        @Description("Whether registries of this entry may have an untrusted certificate, or speak plain http.")
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
}
