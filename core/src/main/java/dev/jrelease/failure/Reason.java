package dev.jrelease.failure;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Describes the cause of an exception for a message. The JDK's own message about a file is often only its path. */
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
