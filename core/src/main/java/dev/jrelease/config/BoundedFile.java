package dev.jrelease.config;

import dev.jrelease.config.yaml.YamlReader;
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
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file");
        }
        return read(file);
    }

    static byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(YamlReader.LARGEST + 1);
        if (bytes.length > YamlReader.LARGEST) {
            throw new IOException("it is larger than " + (YamlReader.LARGEST >> 20) + " MiB");
        }
        return bytes;
    }
}
