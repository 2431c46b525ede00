package dev.jrelease.config;

import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.files.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file up to the maximum size of a configuration. Messages of failures are the end of a sentence. */
final class BoundedFile {
    private BoundedFile() {}

    /** Reads any file, including a pipe. */
    static byte[] read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        }
    }

    /** Reads a regular file only: a file that a configuration names must not block. */
    static byte[] readRegular(Path file) throws IOException {
        try {
            return WholeFile.bytes(file, YamlReader.LARGEST);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        }
    }

    static byte[] read(InputStream in) throws IOException {
        return WholeFile.bytes(in, YamlReader.LARGEST);
    }
}
