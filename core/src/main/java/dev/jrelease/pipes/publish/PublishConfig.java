package dev.jrelease.pipes.publish;

import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.registry.Registries;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** The configuration of the registries that are published to. */
public record PublishConfig(
        @Description("Registries of which something is to be said beside the names that are published there.")
        @Example("[{name: mirror.example.com, required: false}]")
        List<RegistryConfig> registries) {

    public static final Section<PublishConfig> SECTION = Section.across(PublishConfig.class);

    static final Feature<PublishConfig> FEATURE = Feature.of(SECTION);

    public PublishConfig {
        registries = List.copyOf(registries);
    }

    /** Adds the certificate authorities of the entries to the registries, and sets which repositories are mirrors. */
    public void introduceRegistries(Supplier<Registries> clients, Path project) {
        if (registries.stream().anyMatch(registry -> !registry.isRequired())) {
            clients.get().mirrors(repository -> !isRequired(repository));
        }
        registries.stream()
                .filter(registry -> registry.ca().isPresent())
                .forEach(registry -> registry.trust(clients.get(), project));
    }

    /** Whether a release fails if this repository does. The first entry that names it decides. */
    boolean isRequired(ImageReference repository) {
        return registries.stream()
                .filter(registry -> registry.names(repository))
                .findFirst()
                .map(RegistryConfig::isRequired)
                .orElse(true);
    }
}
