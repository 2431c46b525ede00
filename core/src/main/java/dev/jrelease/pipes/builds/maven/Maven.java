package dev.jrelease.pipes.builds.maven;

import dev.jrelease.buildfile.Pom;
import dev.jrelease.files.WholeFile;
import dev.jrelease.pipes.builds.jvm.BuildTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The builder {@code maven}. */
public final class Maven implements BuildTool {

    @Override
    public String wrapper() {
        return "mvnw";
    }

    @Override
    public String program() {
        return "mvn";
    }

    /** With the time of the commit, the same sources give the same jars. */
    @Override
    public List<String> arguments(Instant sourceDate) {
        return List.of("--batch-mode", "--no-transfer-progress", "-Dproject.build.outputTimestamp=" + sourceDate);
    }

    @Override
    public List<String> tasks() {
        return List.of("clean", "package");
    }

    @Override
    public List<Path> modules(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        add(folder, all);
        return all.isEmpty() ? List.of(folder) : all;
    }

    private static void add(Path module, List<Path> all) throws IOException {
        Path pom = Files.isDirectory(module) ? module.resolve(Pom.FILE) : module;
        Path folder = pom.resolveSibling("").normalize();
        if (Files.isRegularFile(pom) && !all.contains(folder)) {
            all.add(folder);
            for (String name : Pom.parse(WholeFile.text(pom)).modules()) {
                add(folder.resolve(name).normalize(), all);
            }
        }
    }

    @Override
    public Path jars(Path module) {
        return module.resolve("target");
    }

    @Override
    public Path quarkus(Path module) {
        return module.resolve("target/quarkus-app");
    }

    /** Where the goal dependency:copy-dependencies copies to. */
    @Override
    public Optional<Path> libraries(Path module) {
        return Optional.of(module.resolve("target/dependency")).filter(Files::isDirectory);
    }
}
