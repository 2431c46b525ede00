package dev.jrelease.config;

import dev.jrelease.config.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file, no more of them than a configuration may have. Failures are said as the end of a sentence. */
final class BoundedFile {
    private BoundedFile() {}

    /** Reads whatever can be read, also a pipe. */
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

    /** Reads a file that lies on disk: what is named in a configuration must not keep anyone waiting. */
    static byte[] readRegular(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not a file");
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
