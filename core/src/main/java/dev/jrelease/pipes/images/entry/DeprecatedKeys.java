package dev.jrelease.pipes.images.entry;

import dev.jrelease.failure.Problems;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The deprecated keys of {@code dockers}: each is followed, with a warning that names its replacement.
 *
 * @see <a href="https://goreleaser.com/resources/deprecations/">GoReleaser's deprecation notices</a>
 */
record DeprecatedKeys(DockerConfig config, Problems problems) {
    private static final String DEFAULT_TAG = "{{ .Version }}";

    /** The names of the image: {@code image_templates}, or {@code image} with each of {@code tag_templates}. */
    List<Template> imageTemplates() {
        config.useBuildx()
                .ifPresent(buildx -> problems.warning(
                        buildx.location(), "'use_buildx' is deprecated", "use use: buildx, or remove it"));
        config.skipBuild().ifPresent(this::reportSkipBuild);
        if (config.image().isPresent()) {
            return named(config.image().get());
        }
        if (!config.tagTemplates().isEmpty()) {
            problems.error(
                    config.tagTemplates().getFirst().location(),
                    "'tag_templates' has no effect without image",
                    "use image_templates instead of both");
        }
        return config.imageTemplates();
    }

    private void reportSkipBuild(Condition skip) {
        problems.warning(skip.location(), "'skip_build' is deprecated", "use if, with the opposite condition");
    }

    private List<Template> named(Template image) {
        List<Template> tags = new ArrayList<>(config.tagTemplates());
        if (tags.isEmpty()) {
            tags.add(Template.parse(DEFAULT_TAG, image.location(), problems));
        }
        if (config.latest().orElse(false)) {
            tags.add(Template.literal("latest", image.location()));
        }
        List<Template> names = new ArrayList<>(config.imageTemplates());
        tags.forEach(tag -> names.add(named(image, tag)));
        problems.warning(
                image.location(),
                "'image' and 'tag_templates' are deprecated",
                "use image_templates: "
                        + names.stream()
                                .map(name -> '"' + name.source() + '"')
                                .collect(Collectors.joining(", ", "[", "]")));
        return names;
    }

    private Template named(Template image, Template tag) {
        int colon = image.source().length();
        return Template.parse(
                image.source() + ":" + tag.source(),
                offset -> offset <= colon ? image.location() : tag.location(),
                problems);
    }
}
