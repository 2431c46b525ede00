package dev.jrelease.pipes.builds.gradle;

import dev.jrelease.buildfile.GradleFiles;
import dev.jrelease.files.WholeFile;
import dev.jrelease.pipes.builds.jvm.BuildTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The builder {@code gradle}. */
public final class Gradle implements BuildTool {

    @Override
    public String wrapper() {
        return "gradlew";
    }

    @Override
    public String program() {
        return "gradle";
    }

    /** A daemon would run on after an interrupt. */
    @Override
    public List<String> arguments(Instant sourceDate) {
        return List.of("--no-daemon", "--console=plain");
    }

    @Override
    public List<String> tasks() {
        return List.of("clean", "build");
    }

    @Override
    public List<Path> modules(Path folder) throws IOException {
        List<Path> all = new ArrayList<>(List.of(folder));
        for (String name : GradleFiles.SETTINGS) {
            if (Files.isRegularFile(folder.resolve(name))) {
                GradleFiles.projects(WholeFile.text(folder.resolve(name)))
                        .forEach(project -> all.add(folder.resolve(project).normalize()));
            }
        }
        return all.stream().filter(Files::isDirectory).distinct().toList();
    }

    @Override
    public Path jars(Path module) {
        return module.resolve("build/libs");
    }

    @Override
    public Path quarkus(Path module) {
        return module.resolve("build/quarkus-app");
    }

    /** Where the task installDist of the plugin application copies to. */
    @Override
    public Optional<Path> libraries(Path module) throws IOException {
        Path installed = module.resolve("build/install");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(installed)) {
            List<Path> libraries = all.map(folder -> folder.resolve("lib"))
                    .filter(Files::isDirectory)
                    .toList();
            return libraries.size() == 1 ? Optional.of(libraries.getFirst()) : Optional.empty();
        }
    }
}
