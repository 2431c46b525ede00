package dev.jrelease.cli;

import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A base image with the module java.base of this JDK and the libraries that it needs, for this machine's architecture. */
final class JreImage {
    private JreImage() {}

    /** Puts it into a registry. */
    static void addTo(FakeRegistry registry, String repository, String tag, Path scratch)
            throws IOException, InterruptedException {
        Path runtime = scratch.resolve("runtime");
        Tool.run(
                Path.of(System.getProperty("java.home"), "bin/jlink").toString(),
                "--add-modules",
                "java.base",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime.toString());
        PushedImage.add(registry, repository, tag, "amd64", layer(runtime));
    }

    private static byte[] layer(Path runtime) throws IOException, InterruptedException {
        MachineLayer layer = new MachineLayer();
        try (Stream<Path> all = Files.walk(runtime)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                layer.file(file, "opt/java/" + runtime.relativize(file));
            }
        }
        return addLibraries(layer, runtime)
                .link("bin/java", "/opt/java/bin/java")
                .bytes();
    }

    /** Those of this machine that a runtime is linked to. */
    static MachineLayer addLibraries(MachineLayer layer, Path runtime) throws IOException, InterruptedException {
        try (Stream<Path> own = Files.list(runtime.resolve("lib"))) {
            for (Path library :
                    own.filter(file -> file.toString().endsWith(".so")).toList()) {
                layer.librariesOf(library, runtime);
            }
        }
        return layer.librariesOf(runtime.resolve("lib/server/libjvm.so"), runtime);
    }
}
