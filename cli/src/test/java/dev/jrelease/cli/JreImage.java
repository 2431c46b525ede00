package dev.jrelease.cli;

import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A base image with the module java.base of this JDK and the libraries that it needs, for this machine's architecture. */
final class JreImage {
    private static final Path LIBRARIES = Path.of("/lib/x86_64-linux-gnu");
    private static final List<String> NAMES = List.of(
            "libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libz.so.1", "libgcc_s.so.1");
    private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");

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

    private static byte[] layer(Path runtime) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
                Stream<Path> all = Files.walk(runtime)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                add(tar, file, "opt/java/" + runtime.relativize(file));
            }
            for (String name : NAMES) {
                if (Files.exists(LIBRARIES.resolve(name))) {
                    add(tar, LIBRARIES.resolve(name), "lib/x86_64-linux-gnu/" + name);
                }
            }
            add(tar, LOADER, "lib64/" + LOADER.getFileName());
            TarArchiveEntry link = new TarArchiveEntry("bin/java", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("/opt/java/bin/java");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, Path file, String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(Files.size(file.toRealPath()));
        entry.setMode(Files.isExecutable(file) ? 0755 : 0644);
        tar.putArchiveEntry(entry);
        Files.copy(file.toRealPath(), tar);
        tar.closeArchiveEntry();
    }
}
