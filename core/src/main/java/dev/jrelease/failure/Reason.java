package dev.jrelease.failure;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why something happened, in words for people: of a file, the JDK's own message is often the path alone. */
public final class Reason {
    private Reason() {}

    public static String of(Throwable problem) {
        return switch (problem) {
            case AccessDeniedException denied -> "permission for " + denied.getFile() + " is denied";
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            case FileAlreadyExistsException existing -> existing.getFile() + " is in the way";
            case DirectoryNotEmptyException folder -> folder.getFile() + " is not empty";
            case FileSystemException file when file.getReason() != null -> file.getFile() + ": " + file.getReason();
            default -> ownWords(problem);
        };
    }

    private static String ownWords(Throwable problem) {
        String words = problem.getMessage();
        return words == null || words.isBlank() ? problem.getClass().getSimpleName() : words;
    }
}
