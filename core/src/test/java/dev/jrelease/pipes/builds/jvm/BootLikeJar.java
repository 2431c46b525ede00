package dev.jrelease.pipes.builds.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes jars, and one that takes itself apart with the arguments and results of Spring Boot's tools. */
public final class BootLikeJar {
    private BootLikeJar() {}

    /** What the tools do. */
    public static void main(String[] arguments) throws IOException {
        if (!"tools".equals(System.getProperty("jarmode"))
                || !List.of("extract", "--layers", "--destination")
                        .equals(List.of(arguments).subList(0, 3))) {
            throw new IllegalArgumentException(String.join(" ", arguments));
        }
        Path jar = Path.of(System.getProperty("java.class.path"));
        Path layers = Files.createDirectory(Path.of(arguments[3]));
        Files.createDirectories(layers.resolve("dependencies/lib"));
        Files.writeString(layers.resolve("dependencies/lib/library.jar"), "library");
        Files.createDirectory(layers.resolve("spring-boot-loader"));
        Files.createDirectory(layers.resolve("snapshot-dependencies"));
        Files.createDirectory(layers.resolve("application"));
        Files.writeString(layers.resolve("application").resolve(jar.getFileName()), "application");
    }

    static void write(Path file) throws IOException {
        String name = BootLikeJar.class.getName().replace('.', '/') + ".class";
        try (InputStream own = BootLikeJar.class.getResourceAsStream("/" + name)) {
            if (own == null) {
                throw new IOException("there is no " + name);
            }
            Manifest manifest = manifest(BootLikeJar.class.getName(), "");
            manifest.getMainAttributes().put(new Attributes.Name("Spring-Boot-Version"), "3.5.6");
            write(
                    file,
                    manifest,
                    List.of("BOOT-INF/lib/", "BOOT-INF/lib/spring-boot-jarmode-tools-3.5.6.jar", name),
                    own.readAllBytes());
        }
    }

    /** @param mainClass empty for a jar that cannot be started */
    static void write(Path file, String mainClass, String classPath) throws IOException {
        write(file, manifest(mainClass, classPath), List.of(), new byte[0]);
    }

    private static Manifest manifest(String mainClass, String classPath) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!mainClass.isEmpty()) {
            attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        if (!classPath.isEmpty()) {
            attributes.put(Attributes.Name.CLASS_PATH, classPath);
        }
        return manifest;
    }

    private static void write(Path file, Manifest manifest, List<String> names, byte[] content) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String name : names) {
                jar.putNextEntry(new JarEntry(name));
                jar.write(name.endsWith("/") ? new byte[0] : content);
                jar.closeEntry();
            }
        }
    }
}
