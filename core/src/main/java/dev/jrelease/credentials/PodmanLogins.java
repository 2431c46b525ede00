package dev.jrelease.credentials;

import dev.jrelease.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that {@code podman login}, {@code buildah login} and {@code skopeo login} write.
 *
 * @param runtimeFolders where each user has a folder, for who has none of {@code XDG_RUNTIME_DIR}
 * @see <a href="https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md">containers-auth.json</a>
 */
record PodmanLogins(Environment environment, Path runtimeFolders) {
    private static final String FILE = "auth.json";

    /** The file that the user names, which then comes before all others. */
    Optional<Path> named() {
        return environment.variable("REGISTRY_AUTH_FILE").map(environment::resolve);
    }

    /** The files at their usual places, in the order in which they are looked through. */
    Stream<Path> usual() {
        Path configuration = environment
                .variable("XDG_CONFIG_HOME")
                .map(environment::resolve)
                .orElse(environment.home().resolve(".config"));
        return Stream.concat(runtime().stream(), Stream.of(configuration.resolve("containers")))
                .map(folder -> folder.resolve(FILE));
    }

    private Optional<Path> runtime() {
        return environment
                .variable("XDG_RUNTIME_DIR")
                .map(folder -> environment.resolve(folder).resolve("containers"))
                .or(() -> userId().map(id -> runtimeFolders.resolve(id.toString())));
    }

    private Optional<Object> userId() {
        try {
            return Optional.of(Files.getAttribute(environment.home(), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }
}
