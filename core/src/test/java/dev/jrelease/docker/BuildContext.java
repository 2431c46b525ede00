package dev.jrelease.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes the tar files that builds take. */
public final class BuildContext {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public static BuildContext of(String dockerfile) {
        return new BuildContext().with("Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8));
    }

    public BuildContext with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public BuildContext with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public Path in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "context", ".tar");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
                entry.setSize(each.getValue().length);
                entry.setMode(0755);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(each.getValue());
                tar.closeArchiveEntry();
            }
        }
        return file;
    }
}
