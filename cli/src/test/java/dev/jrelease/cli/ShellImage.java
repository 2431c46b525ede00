package dev.jrelease.cli;

import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A base image with a shell, of this machine's architecture: a {@code RUN} on it runs for real. */
final class ShellImage {
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    private ShellImage() {}

    /** Puts it into a registry. */
    static void addTo(FakeRegistry registry, String repository, String tag) throws IOException {
        PushedImage.add(registry, repository, tag, "amd64", layer());
    }

    private static byte[] layer() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry program = new TarArchiveEntry("bin/busybox");
            program.setSize(Files.size(BUSYBOX));
            program.setMode(0755);
            tar.putArchiveEntry(program);
            Files.copy(BUSYBOX, tar);
            tar.closeArchiveEntry();
            for (String name : List.of("sh", "sleep", "uname")) {
                TarArchiveEntry link = new TarArchiveEntry("bin/" + name, TarArchiveEntry.LF_SYMLINK);
                link.setLinkName("busybox");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
