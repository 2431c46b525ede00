package dev.jrelease.pipes.publish;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.pipeline.Feature;
import java.util.List;

/** What the configuration says about the registries that are published to. */
public record PublishConfig(
        @Description("Registries of which something is to be said beside the names that are published there.")
        @Example("[{name: mirror.example.com, required: false}]")
        List<RegistryConfig> registries) {

    public static final Section<PublishConfig> SECTION = Section.across(PublishConfig.class);

    static final Feature<PublishConfig> FEATURE = Feature.of(SECTION);

    public PublishConfig {
        registries = List.copyOf(registries);
    }

    /** Whether a release fails if this repository does. The first entry that names it decides. */
    boolean isRequired(Place place) {
        return registries.stream()
                .filter(registry -> registry.names(place))
                .findFirst()
                .map(RegistryConfig::isRequired)
                .orElse(true);
    }
}
