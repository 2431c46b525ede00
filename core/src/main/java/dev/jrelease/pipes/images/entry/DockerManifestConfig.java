package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.OneOf;
import dev.jrelease.config.bind.Required;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Access;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.PlatformOverride;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of {@code docker_manifests}: an index of several images.
 *
 * <pre>{@code
 * docker_manifests:
 *   - name_template: "acme/hello:{{ version }}"
 *     image_templates: ["acme/hello:{{ version }}-amd64", "acme/hello:{{ version }}-arm64"]
 *     insecure: true
 * }</pre>
 *
 * @param createFlags {@code --insecure}, {@code --amend}, {@code --purge}
 * @param external whether children may be images that no entry of {@code dockers} produces
 * @param annotate platforms that replace those of the images' own configurations, by reference
 */
@Unsupported(key = "retry", why = "it is a key at the top level of the file")
public record DockerManifestConfig(
        Location location,

        @Description("The name of the entry; it has no effect.") @Example("hello")
        Optional<Located<String>> id,

        @Description("The name to publish. If it is empty, the entry is left out.")
        @Example("'ghcr.io/acme/hello:{{ .Version }}'")
        @Required(orLeftOut = true)
        Template nameTemplate,

        @Description("The images of the index, by their names in dockers. They are taken by digest from this release.")
        @Example("['ghcr.io/acme/hello:{{ .Version }}-amd64', 'ghcr.io/acme/hello:{{ .Version }}-arm64']")
        List<Template> imageTemplates,

        @Description("Flags of docker manifest create: --insecure is followed; --amend and --purge have no effect.")
        @Example("[--amend]")
        List<Template> createFlags,

        @Description("Flags of docker manifest push: --insecure is followed; --purge has no effect.")
        @Example("[--insecure]")
        List<Template> pushFlags,

        @Description("Whether the name is not published: true, or auto for a prerelease. Any other text publishes it.")
        @Default("false")
        @Example("auto")
        Optional<Template> skipPush,

        @Description("The tool of GoReleaser; it has no effect here.")
        @Default("docker")
        @Example("docker")
        @OneOf({"docker", "podman", "buildx"})
        Optional<Located<String>> use,

        @Description(
                "Whether its tags move from release to release. By default those do that hold neither a full version"
                        + " nor the commit.")
        @Example("true")
        Optional<Boolean> floating,

        @Description("Whether floating tags move only to higher versions. A tag that moves by design says false.")
        @Default("true")
        @Example("false")
        Optional<Boolean> forward,

        @Description("Whether registries of this entry may have an untrusted certificate, or use plain http.")
        @Default("false")
        @Example("true")
        @Key("insecure")
        Access access,

        @Description("Whether images that no entry of dockers builds need not be pinned by digest.")
        @Default("false")
        @Example("true")
        boolean external,

        @Description("Platforms in the index that replace those of the images' configurations, by the image's name.")
        @Example("{'ghcr.io/acme/hello:{{ .Version }}-armv6': {variant: v6}}")
        Map<Template, Annotation> annotate,

        @Description("Annotations of the index. Keys are templates, too. An empty key or value is dropped.")
        @Example("{org.opencontainers.image.description: says hello}")
        Map<Template, Template> annotations,

        @Description("What is made: oci for an OCI index, docker for a Docker manifest list of images with Docker's"
                + " types. auto makes a list if all images have Docker's types, and an index otherwise.")
        @Default("auto")
        @Example("docker")
        Located<IndexFormat> format,

        @Key("if")
        @Description("Whether the index is made: true, false or a template that gives one of them.")
        @Default("true")
        @Example("'{{ not .Prerelease }}'")
        Optional<Condition> condition,

        @Description("Values for each of whose combinations the entry is used once."
                + " Templates read them as .Matrix.NAME.")
        @Example("{base: [alpine, debian]}")
        Map<String, List<Template>> matrix) {

    public DockerManifestConfig {
        imageTemplates = List.copyOf(imageTemplates);
        createFlags = List.copyOf(createFlags);
        pushFlags = List.copyOf(pushFlags);
    }

    /**
     * How its tag is written.
     *
     * @param decided the access to registries, which flags may also state
     */
    public TagRule tagRule(Access decided) {
        return new TagRule(decided, floating, forward);
    }

    /** All templates except conditions. */
    public Stream<Template> templates() {
        return Stream.of(
                        Stream.of(nameTemplate),
                        imageTemplates.stream(),
                        createFlags.stream(),
                        pushFlags.stream(),
                        skipPush.stream(),
                        annotate.keySet().stream(),
                        annotations.keySet().stream(),
                        annotations.values().stream())
                .flatMap(templates -> templates);
    }

    /** The platform of a child in the index. */
    public record Annotation(
            Location location,

            @Description("The operating system, with Go's name.") @Example("linux")
            Optional<Located<String>> os,

            @Description("The architecture, with Go's name.") @Example("arm")
            Optional<Located<String>> architecture,

            @Description("The variant of the architecture.") @Example("v7")
            Optional<Located<String>> variant,

            @Description("The version of the operating system, for Windows.") @Example("10.0.17763.1879")
            Optional<String> osVersion,

            @Description("Features that the operating system must have, for Windows.") @Example("[win32k]")
            List<String> osFeatures) {

        public Annotation {
            osFeatures = List.copyOf(osFeatures);
        }

        public PlatformOverride override() {
            return new PlatformOverride(
                    os.map(Located::value),
                    architecture.map(Located::value),
                    variant.map(Located::value),
                    osVersion,
                    osFeatures);
        }
    }
}
