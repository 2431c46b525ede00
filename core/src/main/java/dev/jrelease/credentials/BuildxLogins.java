package dev.jrelease.credentials;

import dev.jrelease.environment.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Logins that are for one repository, or for one kind of access, alone: {@code docker/login-action} puts them into
 * folders of buildx's: {@code config/HOST[/REPOSITORY][@ACTION,…]}.
 *
 * @see <a href="https://github.com/docker/login-action#set-scopes-for-the-authentication-token">scopes</a>
 */
record BuildxLogins(Environment environment) {

    /** The file of the narrowest scope that covers these actions: one with a repository first, then with more actions. */
    Optional<Path> file(RegistryHost host, String repository, Set<String> actions) {
        Path folder = folder().resolve("config");
        Path ofHost = folder.resolve(host.apiHost());
        Stream<Path> narrow = repository.isEmpty() ? Stream.of() : scopes(ofHost.resolve(repository), actions);
        return Stream.concat(narrow, scopes(ofHost, actions))
                .map(DockerConfigFile::in)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Path folder() {
        return environment
                .variable("BUILDX_CONFIG")
                .map(environment::resolve)
                .orElse(DockerConfigFile.folder(environment).resolve("buildx"));
    }

    /** The folder of a name, and those that add actions to it. */
    private static Stream<Path> scopes(Path named, Set<String> actions) {
        String name = String.valueOf(named.getFileName());
        Path parent = named.resolveSibling("");
        if (!Files.isDirectory(parent)) {
            return Stream.of();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings
                    .filter(each -> isScope(each.getFileName().toString(), name, actions))
                    .sorted(Comparator.comparingInt(BuildxLogins::actionCount)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList()
                    .stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean isScope(String folder, String name, Set<String> actions) {
        return folder.equals(name) || (folder.startsWith(name + "@") && actions.containsAll(actions(folder)));
    }

    private static Set<String> actions(String folder) {
        String listed = folder.substring(folder.indexOf('@') + 1);
        return Set.copyOf(Stream.of(listed.split(",", -1))
                .map(String::strip)
                .filter(action -> !action.isEmpty())
                .toList());
    }

    private static int actionCount(Path scope) {
        String folder = scope.getFileName().toString();
        return folder.contains("@") ? actions(folder).size() : 0;
    }
}
