package dev.jrelease.pipes.builds.jvm;

import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import dev.jrelease.pipes.builds.jvm.Result.OneJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs that a build left: Quarkus applications, and jars that are no sources, documentation or tests. */
final class Results {
    private static final List<String> OTHER_JARS = List.of(
            "-sources",
            "-javadoc",
            "-tests",
            "-test-sources",
            "-test-javadoc",
            "-test-fixtures",
            "-plain",
            "-groovydoc");
    /** The suffixes that plugins add to the name of a jar that contains its libraries. */
    private static final List<String> COMPLETE =
            List.of("-all", "-shaded", "-exec", "-runner", "-fat", "-uber", "-jar-with-dependencies", "-standalone");

    private static final String JAR = ".jar";

    private final BuildTool tool;

    Results(BuildTool tool) {
        this.tool = tool;
    }

    /** The programs of all modules of a build: those that can be started, or else the jars. */
    List<Result> ofBuild(Path folder) throws IOException {
        List<Result> all = new ArrayList<>();
        for (Path module : tool.modules(folder)) {
            all.addAll(ofModule(module));
        }
        List<Result> startable = all.stream().filter(Results::starts).toList();
        return startable.isEmpty() ? all : startable;
    }

    private static boolean starts(Result result) {
        return !(result instanceof OneJar one) || one.jar().executable();
    }

    private List<Result> ofModule(Path module) throws IOException {
        Path quarkus = tool.quarkus(module);
        if (Files.isRegularFile(quarkus.resolve(Result.Quarkus.START))) {
            return List.of(new Result.Quarkus(quarkus));
        }
        List<Jar> jars = jars(tool.jars(module));
        List<Result> all = new ArrayList<>();
        for (Jar jar : jars) {
            if (!isIncomplete(jar, jars)) {
                all.add(oneJar(jar, tool.libraries(module)));
            }
        }
        return all;
    }

    private static List<Jar> jars(Path folder) throws IOException {
        List<Jar> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (Files.isRegularFile(file) && isProgram(String.valueOf(file.getFileName()))) {
                        jars.add(Jar.read(file));
                    }
                }
            }
        }
        return jars;
    }

    private static boolean isProgram(String name) {
        return name.endsWith(JAR)
                && !name.startsWith("original-")
                && OTHER_JARS.stream().noneMatch(other -> name.endsWith(other + JAR));
    }

    private static boolean isIncomplete(Jar jar, List<Jar> all) {
        String name = jar.name().substring(0, jar.name().length() - JAR.length());
        return all.stream()
                .filter(Jar::executable)
                .anyMatch(
                        other -> COMPLETE.stream().anyMatch(word -> other.name().equals(name + word + JAR)));
    }

    private static OneJar oneJar(Jar jar, Optional<Path> folder) throws IOException {
        if (jar.boot() || folder.isEmpty()) {
            return new OneJar(jar, jar.libraries());
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            List<Library> libraries = files.filter(file -> file.toString().endsWith(JAR))
                    .filter(file -> !jar.name().equals(String.valueOf(file.getFileName())))
                    .sorted()
                    .map(file -> new Library("lib/" + file.getFileName(), file))
                    .toList();
            return new OneJar(jar, jar.libraries().isEmpty() ? libraries : jar.libraries());
        }
    }

    /** What a path means: a jar, the folder of a module, another folder, or a pattern for one of them. */
    List<Result> at(Path folder, String path) throws IOException {
        List<Result> all = new ArrayList<>();
        for (Path place : Glob.hasWildcards(path) ? matches(folder, path) : List.of(folder.resolve(path))) {
            if (Files.isRegularFile(place)) {
                all.add(oneJar(Jar.read(place), Optional.empty()));
            } else if (Files.isRegularFile(place.resolve(Result.Quarkus.START))) {
                all.add(new Result.Quarkus(place));
            } else if (Files.isDirectory(place)) {
                List<Result> ofModule = ofBuild(place);
                all.addAll(ofModule.isEmpty() ? List.of(new Result.Folder(place)) : ofModule);
            }
        }
        return all;
    }

    private static List<Path> matches(Path folder, String path) throws IOException {
        Glob pattern = Glob.compile(path, GlobSyntax.FILES);
        Path above = folder.resolve(Glob.leadingDirectory(path));
        if (!Files.isDirectory(above)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(above)) {
            return files.filter(file -> pattern.matches(folder.relativize(file).toString()))
                    .filter(file -> Files.isDirectory(file) || isProgram(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }
}
