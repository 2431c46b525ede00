package dev.jrelease.pipes.builds.jvm;

import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.builds.work.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a program for the JVM. Its parts change at different rates, so that each can be a layer of an image, and
 * all of them together are the program.
 *
 * @param name of the program's jar
 */
record ProgramFolder(Path place, String name) {
    private static final String DEPENDENCIES = "dependencies";
    private static final String SNAPSHOTS = "snapshot-dependencies";
    private static final String APPLICATION = "application";
    private static final String TEMPORARY = ".jar";
    private static final String LAYERS = ".layers";

    /** Takes a program into the folder. */
    void take(Result result, BootTools tools, Run run) throws IOException, InterruptedException {
        Place.clear(place);
        switch (result) {
            case Result.OneJar one when one.jar().bootTools() -> takeApart(one.jar(), tools, run);
            case Result.OneJar one -> take(one, run);
            case Result.Quarkus quarkus -> take(quarkus);
            case Result.Folder folder -> Place.copy(folder.file(), place.resolve(APPLICATION));
        }
        for (String part : List.of(DEPENDENCIES, SNAPSHOTS, APPLICATION)) {
            Files.createDirectories(place.resolve(part));
        }
    }

    private void take(Result.OneJar one, Run run) throws IOException {
        if (one.jar().boot()) {
            run.warning(one.jar().name() + " is one layer: only Spring Boot 3.3 and newer take their jar apart");
        }
        Place.copy(one.file(), place.resolve(APPLICATION).resolve(name));
        for (Library library : one.libraries()) {
            takeLibrary(library.path(), library.file());
        }
    }

    private void take(Result.Quarkus quarkus) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(quarkus.file())) {
            all = files.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            String path = quarkus.file().relativize(file).toString();
            if (path.startsWith("lib/")) {
                takeLibrary(path, file);
            } else {
                Place.copy(file, place.resolve(APPLICATION).resolve(path));
            }
        }
    }

    private void takeLibrary(String path, Path file) throws IOException {
        Place.copy(
                file,
                place.resolve(path.endsWith("-SNAPSHOT.jar") ? SNAPSHOTS : DEPENDENCIES)
                        .resolve(path));
    }

    /** The tools call the jar of the application as they find it. */
    private void takeApart(Jar jar, BootTools tools, Run run) throws IOException, InterruptedException {
        Path copy = place.resolve(TEMPORARY).resolve(name);
        Path layers = place.resolve(LAYERS);
        Place.copy(jar.file(), copy);
        tools.takeApart(copy, layers, run);
        Place.clear(copy);
        Files.delete(place.resolve(TEMPORARY));
        List<Path> all;
        try (Stream<Path> folders = Files.list(layers)) {
            all = folders.toList();
        }
        for (Path layer : all) {
            moveUnlessEmpty(layer);
        }
        Files.delete(layers);
    }

    private void moveUnlessEmpty(Path layer) throws IOException {
        boolean empty;
        try (Stream<Path> content = Files.list(layer)) {
            empty = content.findAny().isEmpty();
        }
        if (empty) {
            Files.delete(layer);
        } else {
            Files.move(layer, place.resolve(String.valueOf(layer.getFileName())));
        }
    }
}
