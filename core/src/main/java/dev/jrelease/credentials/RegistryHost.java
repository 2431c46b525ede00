package dev.jrelease.credentials;

import dev.jrelease.text.LinearPattern;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A registry, under the names that Docker's configuration may use for it. */
record RegistryHost(String name) {
    private static final RegistryHost DOCKER_HUB = new RegistryHost("docker.io");
    private static final Set<String> HUB_ALIASES = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");
    private static final LinearPattern KEY = LinearPattern.of("(https?://)?([^/]++)(/.*+)?");
    private static final LinearPattern API_ROOT = LinearPattern.of("/?|/v[12]/?");

    static RegistryHost of(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return HUB_ALIASES.contains(name) ? DOCKER_HUB : new RegistryHost(name);
    }

    /**
     * The registry of a key in {@code auths} or {@code credHelpers}: {@code host}, {@code https://host}, {@code
     * https://host/v2/}. Empty for a key of a single repository, as Podman writes them.
     */
    static Optional<RegistryHost> ofKey(String key) {
        return KEY.match(key.strip())
                .filter(parts ->
                        parts.group(1) != null || API_ROOT.matches(parts.group(3) == null ? "" : parts.group(3)))
                .map(parts -> of(parts.group(2)));
    }

    /** The host of the registry's API. */
    String apiHost() {
        return equals(DOCKER_HUB) ? "registry-1.docker.io" : name;
    }

    /** The name that {@code docker login} stores and a credential helper expects. */
    String serverUrl() {
        return equals(DOCKER_HUB) ? "https://index.docker.io/v1/" : name;
    }
}
