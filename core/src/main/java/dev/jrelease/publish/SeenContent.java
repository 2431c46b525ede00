package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.ImageSink;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A repository that is written to, which remembers what was seen there: that need not be read back. */
final class SeenContent implements ImageSink {
    private final ImageRepository repository;
    private final Set<Digest> seen = ConcurrentHashMap.newKeySet();

    SeenContent(ImageRepository repository) {
        this.repository = repository;
    }

    /** Whether it was there, whole, when it was to be written. */
    boolean has(Digest digest) {
        return seen.contains(digest);
    }

    /** A tag names this manifest, and so the registry has all of it. */
    void note(Manifest manifest, ImageSource source) {
        seen.add(manifest.digest());
        if (manifest instanceof ImageIndex index) {
            index.manifests().forEach(child -> note(source.manifest(child.digest()), source));
        } else {
            manifest.references().forEach(blob -> seen.add(blob.digest()));
        }
    }

    /** A blob of another size is not there; the registry decides what becomes of the right one. */
    @Override
    public boolean hasBlob(Descriptor blob) {
        return has(blob.digest())
                || noted(blob.digest(), repository.blobSize(blob).equals(Optional.of(blob.size())));
    }

    @Override
    public boolean hasManifest(Digest digest) {
        return has(digest) || noted(digest, repository.hasManifest(digest));
    }

    private boolean noted(Digest digest, boolean isThere) {
        if (isThere) {
            seen.add(digest);
        }
        return isThere;
    }

    @Override
    public void writeBlob(Descriptor blob, Content content) throws IOException {
        repository.writeBlob(blob, content);
    }

    @Override
    public void writeManifest(Manifest manifest) {
        repository.writeManifest(manifest);
    }

    @Override
    public String toString() {
        return repository.toString();
    }
}
