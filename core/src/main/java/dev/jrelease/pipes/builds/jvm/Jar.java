package dev.jrelease.pipes.builds.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A jar and what its manifest says.
 *
 * @param executable whether it names a main class
 * @param classPath of the manifest, in its order
 * @param boot whether it is an executable jar of Spring Boot, with its libraries inside
 * @param bootTools whether it contains the tools that take it apart, as since Spring Boot 3.3
 */
record Jar(Path file, boolean executable, List<String> classPath, boolean boot, boolean bootTools) {
    private static final String BOOT_LIBRARIES = "BOOT-INF/lib/";

    Jar {
        classPath = List.copyOf(classPath);
    }

    static Jar read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            boolean boot = attributes.containsKey(new Attributes.Name("Spring-Boot-Version"))
                    && jar.getEntry(BOOT_LIBRARIES) != null;
            return new Jar(
                    file,
                    attributes.containsKey(Attributes.Name.MAIN_CLASS),
                    words(attributes.getValue(Attributes.Name.CLASS_PATH)),
                    boot,
                    boot
                            && jar.stream()
                                    .anyMatch(entry ->
                                            entry.getName().startsWith(BOOT_LIBRARIES + "spring-boot-jarmode-tools")));
        }
    }

    private static List<String> words(@org.jspecify.annotations.Nullable String classPath) {
        List<String> words = new ArrayList<>();
        if (classPath != null) {
            for (String word : classPath.split(" ", -1)) {
                if (!word.isBlank()) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** The libraries of the manifest that lie beside the jar or below. */
    List<Library> libraries() {
        return classPath.stream()
                .filter(entry -> !entry.startsWith("/") && !entry.contains(":") && !entry.contains(".."))
                .map(entry -> new Library(entry, file.resolveSibling(entry)))
                .filter(library -> Files.isRegularFile(library.file()))
                .toList();
    }

    String name() {
        return String.valueOf(file.getFileName());
    }
}
