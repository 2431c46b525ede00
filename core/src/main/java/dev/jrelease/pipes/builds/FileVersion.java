package dev.jrelease.pipes.builds;

import dev.jrelease.buildfile.GradleFiles;
import dev.jrelease.buildfile.Pom;
import dev.jrelease.template.function.FileAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The version that a build file states.
 *
 * @param file from the project's folder
 */
record FileVersion(String file, String version) {
    private static final String VERSION = "version";

    /**
     * The version of the build in a folder; empty if it is not known without running the build.
     *
     * @param folder empty, or with a slash at its end
     * @param given properties of the command line
     */
    static Optional<FileVersion> in(String folder, Map<String, String> given, FileAccess files) {
        Optional<FileVersion> ofPom = read(folder + Pom.FILE, text -> ofPom(text, given), files);
        return ofPom.isPresent() || given.containsKey(VERSION) ? ofPom : ofGradle(folder, files);
    }

    private static Optional<FileVersion> ofGradle(String folder, FileAccess files) {
        return Stream.concat(
                        read(folder + GradleFiles.PROPERTIES, GradleFiles::versionOfProperties, files).stream(),
                        GradleFiles.BUILD.stream()
                                .flatMap(name -> read(folder + name, GradleFiles::version, files).stream()))
                .findFirst();
    }

    private static Optional<String> ofPom(String text, Map<String, String> given) {
        try {
            Pom pom = Pom.parse(text);
            return pom.version().flatMap(version -> pom.resolved(version, given));
        } catch (IOException malformed) {
            // Maven says what is wrong with it.
            return Optional.empty();
        }
    }

    private static Optional<FileVersion> read(
            String file, Function<String, Optional<String>> versionIn, FileAccess files) {
        try {
            String text = new String(files.read(file), StandardCharsets.UTF_8);
            return versionIn.apply(text).map(version -> new FileVersion(file, version));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
