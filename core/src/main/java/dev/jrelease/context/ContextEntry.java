package dev.jrelease.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** An entry of a build context. */
sealed interface ContextEntry {

    /** Whether both entries have the same bytes in the archive. */
    boolean sameAs(ContextEntry other) throws IOException;

    /** A text that identifies it, without the content of a file on disk. */
    String outline();

    /** A directory. */
    record Directory() implements ContextEntry {
        @Override
        public boolean sameAs(ContextEntry other) {
            return other instanceof Directory;
        }

        @Override
        public String outline() {
            return "directory";
        }
    }

    /** A symbolic link with its target as written. */
    record Link(String target) implements ContextEntry {
        @Override
        public boolean sameAs(ContextEntry other) {
            return equals(other);
        }

        @Override
        public String outline() {
            return "link " + target;
        }
    }

    /** A file whose content is in memory. */
    record Filled(String content, boolean executable) implements ContextEntry {
        @Override
        public boolean sameAs(ContextEntry other) {
            return equals(other);
        }

        @Override
        public String outline() {
            return "text " + executable + " " + content;
        }
    }

    /** A file whose content is read when the archive is written. */
    record Regular(Path file, long size, boolean executable) implements ContextEntry {

        /** A file on disk. Where files have no modes, all are executable, as with Docker. */
        static Regular of(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new IOException("it is a socket, a device or a pipe");
            }
            if (!Files.isReadable(file)) {
                throw new IOException("permission denied");
            }
            boolean modes = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            boolean executable =
                    !modes || Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
            return new Regular(file, Files.size(file), executable);
        }

        @Override
        public boolean sameAs(ContextEntry other) throws IOException {
            return other instanceof Regular(Path otherFile, long otherSize, boolean otherExecutable)
                    && size == otherSize
                    && executable == otherExecutable
                    && (file.equals(otherFile) || Files.mismatch(file, otherFile) < 0);
        }

        @Override
        public String outline() {
            return "file " + executable + " " + size;
        }
    }
}
