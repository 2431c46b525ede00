package dev.jrelease.pipes.images;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Located;
import dev.jrelease.config.bind.Required;
import dev.jrelease.config.bind.Unsupported;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of {@code docker_manifests}: one name for several images.
 *
 * <pre>{@code
 * docker_manifests:
 *   - name_template: "acme/hello:{{ version }}"
 *     image_templates: ["acme/hello:{{ version }}-amd64", "acme/hello:{{ version }}-arm64"]
 *     insecure: true
 * }</pre>
 *
 * @param createFlags {@code --insecure}, {@code --amend}, {@code --purge}
 * @param external children may be images that no entry of {@code dockers} produces
 * @param annotate platforms that replace those of the images' own configurations, by reference
 */
@Unsupported(key = "retry", why = "it stands at the root of the file")
public record DockerManifestConfig(
        Location location,
        Optional<String> id,
        @Required Template nameTemplate,
        List<Template> imageTemplates,
        List<Template> createFlags,
        List<Template> pushFlags,
        Optional<Template> skipPush,
        Optional<Located<String>> use,
        boolean insecure,
        boolean external,
        Map<String, Annotation> annotate,

        @Description("Annotations of the index. Keys are templates, too; an empty key or value is dropped.")
        @Example("{org.opencontainers.image.description: says hello}")
        Map<Template, Template> annotations,

        @Key("if")
        @Description("Whether the index is made: true, false or a template that gives one of them.")
        @Default("true")
        @Example("{{ not .Prerelease }}")
        Optional<Condition> condition,

        @Description("Values for which the entry stands again and again, once for every combination of them."
                + " Its templates know them as .Matrix.NAME.")
        @Example("{base: [alpine, debian]}")
        Map<String, List<Template>> matrix) {

    public DockerManifestConfig {
        imageTemplates = List.copyOf(imageTemplates);
        createFlags = List.copyOf(createFlags);
        pushFlags = List.copyOf(pushFlags);
    }

    /** What is said of the platform of one child. */
    public record Annotation(
            Location location,
            Optional<String> os,
            Optional<String> architecture,
            Optional<String> variant,
            Optional<String> osVersion) {

        PlatformOverride override() {
            return new PlatformOverride(os, architecture, variant, osVersion);
        }
    }

    /** Parts of a platform that an index states instead of what the image's configuration says. */
    public record PlatformOverride(
            Optional<String> os, Optional<String> architecture, Optional<String> variant, Optional<String> osVersion) {

        Platform on(Platform own) {
            return new Platform(
                    os.orElse(own.os()),
                    architecture.orElse(own.architecture()),
                    variant.orElse(own.variant()),
                    osVersion.orElse(own.osVersion()));
        }
    }
}
