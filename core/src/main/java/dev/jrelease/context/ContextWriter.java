package dev.jrelease.context;

import dev.jrelease.context.ContextEntry.Directory;
import dev.jrelease.context.ContextEntry.Filled;
import dev.jrelease.context.ContextEntry.Link;
import dev.jrelease.context.ContextEntry.Regular;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes entries to a tar file without host names, users or the current time. */
final class ContextWriter {
    private static final int BUFFER = 64 * 1024;
    private static final int FILE = 0100644;
    private static final int EXECUTABLE = 0100755;
    private static final int DIRECTORY = 040755;
    private static final int LINK = 0120777;

    private final Instant mtime;

    ContextWriter(Instant mtime) {
        this.mtime = mtime;
    }

    ContextArchive write(SortedMap<String, ContextEntry> entries, Path tar, String dockerfile)
            throws InterruptedException {
        try {
            return new ContextArchive(tar, writeAll(entries, tar), dockerfile);
        } catch (IOException failed) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write the build context " + tar)
                    .because(failed)
                    .build();
        }
    }

    private Map<String, Digest> writeAll(SortedMap<String, ContextEntry> entries, Path tar)
            throws IOException, InterruptedException {
        Map<String, Digest> contents = new LinkedHashMap<>();
        try (OutputStream file = Files.newOutputStream(tar);
                var out = new BufferedOutputStream(file, BUFFER);
                var archive = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            archive.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, ContextEntry> entry : entries.entrySet()) {
                write(entry.getKey(), entry.getValue(), archive)
                        .ifPresent(content -> contents.put(entry.getKey(), content));
            }
        }
        return contents;
    }

    /** The digest of the content of a file on disk. */
    private Optional<Digest> write(String path, ContextEntry entry, TarArchiveOutputStream archive)
            throws IOException, InterruptedException {
        switch (entry) {
            case Directory _ -> put(header(path + "/", TarConstants.LF_DIR, DIRECTORY), archive);
            case Link(String target) -> {
                TarArchiveEntry header = header(path, TarConstants.LF_SYMLINK, LINK);
                header.setLinkName(target);
                put(header, archive);
            }
            case Filled(String content, boolean executable) -> {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                archive.putArchiveEntry(file(path, executable, bytes.length));
                archive.write(bytes);
                archive.closeArchiveEntry();
            }
            case Regular file -> {
                archive.putArchiveEntry(file(path, file.executable(), file.size()));
                Digest content = copy(file, archive);
                archive.closeArchiveEntry();
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }

    private static void put(TarArchiveEntry header, TarArchiveOutputStream archive) throws IOException {
        archive.putArchiveEntry(header);
        archive.closeArchiveEntry();
    }

    private TarArchiveEntry file(String path, boolean executable, long size) {
        TarArchiveEntry header = header(path, TarConstants.LF_NORMAL, executable ? EXECUTABLE : FILE);
        header.setSize(size);
        return header;
    }

    private TarArchiveEntry header(String path, byte type, int mode) {
        TarArchiveEntry header = new TarArchiveEntry(path, type);
        header.setMode(mode);
        header.setLastModifiedTime(FileTime.from(mtime));
        header.setIds(0, 0);
        header.setNames("", "");
        return header;
    }

    private static Digest copy(Regular file, OutputStream to) throws IOException, InterruptedException {
        MessageDigest sha256 = Digest.sha256();
        byte[] buffer = new byte[BUFFER];
        long left = file.size();
        try (InputStream content = Files.newInputStream(file.file())) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("while writing the build context");
                }
                left -= read;
                if (left < 0) {
                    break;
                }
                sha256.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
        }
        if (left != 0) {
            throw new IOException(file.file() + " changed while it was read");
        }
        return Digest.finish(sha256);
    }
}
