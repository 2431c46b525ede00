package dev.jrelease.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives a file a second name, so that its content needs no second place on the disk. */
public final class FileLink {
    private FileLink() {}

    /** Makes a hard link, or a copy where there can be none: on another file system, or one without links. */
    public static void make(Path existing, Path name) throws IOException {
        try {
            Files.createLink(name, existing);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (FileSystemException | UnsupportedOperationException noLink) {
            Files.copy(existing, name);
        }
    }
}
