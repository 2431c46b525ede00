package dev.jrelease.pipes.publish;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Required;
import java.util.Optional;

/**
 * An entry of {@code registries}.
 *
 * <pre>
 * registries:
 *   - name: mirror.example.com
 *     required: false
 * </pre>
 */
public record RegistryConfig(
        @Description("The host of the registry, or the beginning of names there up to a slash.")
        @Required
        @Example({"mirror.example.com", "ghcr.io/acme-mirror"})
        String name,

        @Description("Whether the release fails if this registry does. A mirror that fails does not stop the others.")
        @Default("true")
        @Example("false")
        Optional<Boolean> required) {

    boolean isRequired() {
        return required.orElse(true);
    }

    boolean names(Place place) {
        String repository = place.repository().name();
        return repository.equals(name) || repository.startsWith(name + "/");
    }
}
