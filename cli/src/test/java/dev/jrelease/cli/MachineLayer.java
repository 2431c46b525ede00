package dev.jrelease.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A layer of programs of this machine, for base images that run. */
final class MachineLayer {
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
    private final Set<String> names = new LinkedHashSet<>();

    MachineLayer() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** A file of this machine, under a name without a slash at its beginning. */
    MachineLayer file(Path file, String name) throws IOException {
        if (names.add(name)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(Files.size(file.toRealPath()));
            entry.setMode(Files.isExecutable(file) ? 0755 : 0644);
            tar.putArchiveEntry(entry);
            Files.copy(file.toRealPath(), tar);
            tar.closeArchiveEntry();
        }
        return this;
    }

    /** The libraries that a program is linked to, without those in its own folder. */
    MachineLayer librariesOf(Path program, Path own) throws IOException, InterruptedException {
        for (MatchResult found :
                LIBRARY.matcher(Tool.run("ldd", program.toString())).results().toList()) {
            if (!Path.of(found.group(1)).startsWith(own)) {
                file(Path.of(found.group(1)), found.group(1).substring(1));
            }
        }
        return this;
    }

    MachineLayer link(String name, String target) throws IOException {
        TarArchiveEntry link = new TarArchiveEntry(name, TarArchiveEntry.LF_SYMLINK);
        link.setLinkName(target);
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();
        return this;
    }

    /** Busybox, under some of its names. */
    MachineLayer shell(String... programs) throws IOException {
        file(Path.of("/bin/busybox"), "bin/busybox");
        for (String name : programs) {
            link("bin/" + name, "busybox");
        }
        return this;
    }

    byte[] bytes() {
        try {
            tar.close();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
