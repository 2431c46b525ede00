package dev.jrelease.layout;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.files.FileLink;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageSink.Content;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.VerifiedStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/** The folder {@code blobs/sha256} of a layout, and a folder for incomplete blobs. */
final class BlobStore {
    private static final int BUFFER = 256 * 1024;

    private final Path layout;
    private final Path blobs;
    private final Path incoming;
    private final AtomicLong names = new AtomicLong();

    BlobStore(Path layout) {
        this.layout = layout;
        this.blobs = layout.resolve("blobs").resolve("sha256");
        this.incoming = layout.resolve(".incoming");
    }

    /** Creates the folders, and removes what a killed run left. */
    void prepare() throws IOException {
        AtomicFile.directory(layout, layout.relativize(blobs));
        AtomicFile.directory(layout, layout.relativize(incoming));
        try (var stale = Files.newDirectoryStream(incoming)) {
            for (Path file : stale) {
                Files.delete(file);
            }
        }
    }

    /** Removes the folder for incomplete blobs. */
    void finish() throws IOException {
        Files.deleteIfExists(incoming);
    }

    Path file(Digest digest) {
        return blobs.resolve(digest.hex());
    }

    boolean has(Descriptor blob) {
        try {
            return Files.size(file(blob.digest())) == blob.size();
        } catch (IOException notThere) {
            return false;
        }
    }

    boolean has(Digest digest) {
        return Files.isRegularFile(file(digest));
    }

    /**
     *
     * @param what the name of the blob in messages
     */
    NewBlob begin(String what) {
        try {
            return new NewBlob(this, what, temporary());
        } catch (IOException problem) {
            throw failure(what, problem);
        }
    }

    /** A unique path for a temporary file. */
    Path temporary() {
        return incoming.resolve(Long.toString(names.incrementAndGet()));
    }

    void write(Descriptor expected, Content content) throws IOException {
        try (InputStream in = content.open();
                NewBlob blob = begin("blob " + expected.digest())) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                blob.write(buffer, 0, count);
                if (blob.size() > expected.size()) {
                    throw notAsExpected(expected, "it has more than " + expected.size() + " bytes");
                }
            }
            blob.commitAs(expected);
        }
    }

    /** @param content a file that holds the blob, and is not written to from now on */
    void take(Descriptor blob, Path content) throws IOException {
        Path unfinished = temporary();
        try {
            FileLink.make(content, unfinished);
            Files.move(unfinished, file(blob.digest()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // A move between two names of one file leaves both.
            Files.deleteIfExists(unfinished);
        }
    }

    void write(Manifest manifest) {
        byte[] bytes = manifest.bytes();
        try (NewBlob blob = begin("manifest " + manifest.digest())) {
            blob.write(bytes, 0, bytes.length);
            blob.commit(manifest.mediaType());
        } catch (IOException problem) {
            throw failure("manifest " + manifest.digest(), problem);
        }
    }

    InputStream read(Descriptor blob) throws IOException {
        if (!has(blob.digest())) {
            throw missing("blob " + blob.digest());
        }
        return new VerifiedStream(blob, Files.newInputStream(file(blob.digest())));
    }

    Manifest manifest(Digest digest) {
        Path file = file(digest);
        String what = "manifest " + digest;
        if (!has(digest)) {
            throw missing(what);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Manifest.MAX_BYTES + 1);
            if (!Digest.of(bytes).equals(digest)) {
                throw new IllegalArgumentException("the content of the file does not match its name");
            }
            return Manifest.read("", bytes);
        } catch (IOException | IllegalArgumentException problem) {
            throw couldNotRead(what).because(problem).build();
        }
    }

    private ReleaseException missing(String what) {
        return couldNotRead(what)
                .because("the layout does not contain it")
                .hint("take the whole folder, with its elsewhere.json, or make the images again")
                .build();
    }

    private ReleaseException.Builder couldNotRead(String what) {
        return ReleaseException.couldNot(FailureKind.BUILD, "read " + what + " from " + layout);
    }

    ReleaseException failure(String what, IOException problem) {
        return DiskFailure.of("write " + what + " to " + layout, layout, problem);
    }

    ReleaseException notAsExpected(Descriptor expected, String what) {
        return ReleaseException.couldNot(FailureKind.BUILD, "write blob " + expected.digest() + " to " + layout)
                .because(what)
                .build();
    }
}
