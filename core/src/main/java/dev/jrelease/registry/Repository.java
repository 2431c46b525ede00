package dev.jrelease.registry;

import dev.jrelease.concurrent.TooSlowException;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.TagCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One repository of a registry. May be used by many threads at once.
 *
 * <p>All methods fail with a {@link ReleaseException} of kind REGISTRY if the registry refuses or cannot be reached, of
 * kind ENVIRONMENT if the credentials on this host are damaged, and of kind INTERRUPTED if their thread is
 * interrupted, which it then still is.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI distribution</a>
 */
public final class Repository implements ImageRepository {
    private final ImageReference name;
    private final RecentContent recent;
    private final Manifests manifests;
    private final Blobs blobs;
    private final Referrers referrers;

    Repository(Server server, ImageReference name) {
        this.name = name;
        this.recent = server.endpoint().recent();
        this.manifests = new Manifests(server, name.name(), name.repository());
        this.blobs = new Blobs(server, name.name(), name.repository(), new ConcurrentHashMap<>());
        this.referrers = new Referrers(server, name.name(), name.repository(), manifests);
    }

    /** Registry and repository, without tag and digest. */
    @Override
    public String name() {
        return name.name();
    }

    /** The manifest that a tag or digest refers to now, with its real size and media type; empty if there is none. */
    @Override
    public Optional<Descriptor> resolve(String tagOrDigest) {
        return now("look up " + name(), () -> manifests.resolve(tagOrDigest));
    }

    /** The manifest or index with its original bytes. Its digest is verified. */
    public Manifest manifest(String tagOrDigest) {
        return now("read a manifest of " + name(), () -> manifests.read(tagOrDigest));
    }

    @Override
    public Manifest manifest(Digest digest) {
        return manifest(digest.toString());
    }

    /** The content of a blob. Reading fails at the end if it does not match the descriptor. */
    @Override
    public InputStream blob(Descriptor blob) {
        return now("read a blob of " + name(), () -> blobs.read(blob));
    }

    @Override
    public byte[] bytes(Descriptor blob) throws IOException {
        try {
            byte[] bytes = ImageRepository.super.bytes(blob);
            recent.see(name.repository(), blob.digest());
            return bytes;
        } catch (TooSlowException slow) {
            throw blobs.broken(blob, slow);
        }
    }

    @Override
    public boolean hasBlob(Descriptor blob) {
        return now("look for a blob in " + name(), () -> blobs.exist(blob));
    }

    /** The size of a blob in this repository; empty if it does not have the blob. */
    @Override
    public Optional<Long> blobSize(Descriptor blob) {
        return now("look for a blob in " + name(), () -> blobs.size(blob));
    }

    @Override
    public boolean hasManifest(Digest digest) {
        return resolve(digest.toString()).isPresent();
    }

    @Override
    public boolean hasShown(Digest content) {
        return recent.hasSeen(name.repository(), content);
    }

    @Override
    public boolean hasTaken(Digest content) {
        return recent.hasWritten(name.repository(), content);
    }

    /**
     * Asks the registry to mount a blob from another of its repositories. False if it does not; then the blob has to be
     * written.
     */
    @Override
    public boolean mount(Descriptor blob, String fromRepository) {
        return now("mount a blob in " + name(), () -> blobs.mount(blob, fromRepository));
    }

    /**
     * Uploads a blob, even if it exists. The content is opened once for each attempt and streamed.
     *
     * @throws IOException if the content cannot be read
     */
    @Override
    public void writeBlob(Descriptor blob, Content content) throws IOException {
        try {
            now("push a blob to " + name(), () -> {
                blobs.write(blob, content);
                return true;
            });
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    @Override
    public void writeManifest(Manifest manifest) {
        writeTag(manifest.digest().toString(), manifest, TagCheck.NONE);
    }

    @Override
    public void writeTag(String tag, Manifest manifest, TagCheck check) {
        now("push a manifest to " + name(), () -> {
            manifests.write(tag, manifest, check);
            return true;
        });
    }

    /**
     * Points several tags to a manifest or index in one request, if the registry supports that.
     *
     * @return the tags that the registry reports as written; the others are unchanged
     */
    @Override
    public List<String> writeTags(List<String> tags, Manifest manifest, TagCheck check) {
        return now("push a manifest to " + name(), () -> manifests.write(tags, manifest, check));
    }

    @Override
    public List<Descriptor> referrers(Digest subject) {
        return now("read a list of " + name(), () -> referrers.of(subject));
    }

    /** Deletes a tag, but not its manifest. False if the registry does not support that. */
    @Override
    public boolean deleteTag(String tag, TagCheck check) {
        return now("delete a tag of " + name(), () -> manifests.delete(tag, check));
    }

    /** Fails if we may not push here. Leaves nothing behind. */
    public void checkPush() {
        now("push to " + name(), () -> {
            blobs.checkPush();
            return true;
        });
    }

    private static <T> T now(String attempt, Retries.Attempt<T> action) {
        try {
            return action.make();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw ReleaseException.interrupted(attempt).cause(stop).build();
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
