package dev.jrelease.buildfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plugin of GraalVM that makes executables, where a build has it outside of profiles.
 *
 * @param bound whether every build of the package runs it
 * @param imageName the name of the executable, as it is written
 */
public record NativePlugin(boolean bound, Optional<String> imageName) {
    private static final List<String> MAKING = List.of("compile", "compile-no-fork", "build");

    static Optional<NativePlugin> of(PomElement root) {
        return root.all("build", "plugins", "plugin").stream()
                .filter(plugin -> plugin.first("artifactId").equals(Optional.of("native-maven-plugin")))
                .findFirst()
                .map(NativePlugin::read);
    }

    private static NativePlugin read(PomElement plugin) {
        Stream<String> goals =
                plugin.all("executions", "execution", "goals", "goal").stream().map(PomElement::text);
        return new NativePlugin(
                goals.anyMatch(MAKING::contains),
                plugin.first("configuration", "imageName")
                        .or(() -> plugin.first("executions", "execution", "configuration", "imageName")));
    }
}
