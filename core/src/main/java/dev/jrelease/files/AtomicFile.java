package dev.jrelease.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes whole files into a folder without following symbolic links in it. A reader sees the old content or the new.
 */
public final class AtomicFile {
    /** The suffix of a file that is not complete yet. */
    public static final String UNFINISHED = ".new";

    private AtomicFile() {}

    /**
     * Writes a file, and the folders that it is in.
     *
     * @param name of the file, from the folder on
     */
    public static void write(Path folder, Path name, String text) throws IOException {
        Path parent = name.getParent();
        Path within = parent == null ? folder : directory(folder, parent);
        Path file = within.resolve(name.getFileName());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        create(unfinished, within);
        // An interrupt closes a channel, which looks like an error of the disk; so no channel is used.
        try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Writes a file as {@link #write}, directly in the folder. Also its name there reaches the disk before this
     * returns.
     */
    public static void writeToDisk(Path folder, String name, String text) throws IOException {
        write(folder, Path.of(name), text);
        boolean interrupted = false;
        while (!isOnDisk(folder)) {
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if the thread was interrupted, which closes the channel. */
    private static boolean isOnDisk(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException interrupted) {
            return false;
        }
    }

    /** Names the folder in the failure, because the user does not know the temporary file. */
    private static void create(Path unfinished, Path folder) throws IOException {
        try {
            Files.createFile(unfinished);
        } catch (NoSuchFileException noFolder) {
            throw new NoSuchFileException(folder.toString());
        } catch (AccessDeniedException denied) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /** Throws if the path is a symbolic link: jrelease writes through none. */
    public static void refuseLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "it is a symbolic link, and jrelease does not write through links; remove it");
        }
    }

    /** Creates folders inside a folder. Each must be a real folder, not a link. */
    public static Path directory(Path folder, Path names) throws IOException {
        Path at = folder;
        for (Path name : names) {
            at = at.resolve(name);
            refuseLink(at);
            if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(at);
            }
        }
        return at;
    }
}
