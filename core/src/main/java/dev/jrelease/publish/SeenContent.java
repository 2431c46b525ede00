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
    private final ImageSource source;
    private final Set<Digest> seen = ConcurrentHashMap.newKeySet();

    /** @param source of the manifests that are written */
    SeenContent(ImageRepository repository, ImageSource source) {
        this.repository = repository;
        this.source = source;
    }

    /** Whether this run has seen it there. */
    boolean has(Digest digest) {
        return seen.contains(digest) || repository.hasShown(digest);
    }

    /** Takes all of a manifest for seen, because no tag has to be written that would name it. */
    void note(Manifest manifest) {
        seen.add(manifest.digest());
        if (manifest instanceof ImageIndex index) {
            index.manifests().forEach(child -> note(source.manifest(child.digest())));
        } else {
            manifest.references().forEach(blob -> seen.add(blob.digest()));
        }
    }

    /** A blob of another size is not there; the registry decides what becomes of the right one. */
    @Override
    public boolean hasBlob(Descriptor blob) {
        return has(blob.digest())
                || repository.hasTaken(blob.digest())
                || noted(blob.digest(), repository.blobSize(blob).equals(Optional.of(blob.size())));
    }

    /** Only if all of it was seen: that the registry shows a manifest says nothing about what it names. */
    @Override
    public boolean hasManifest(Digest digest) {
        return seen.contains(digest);
    }

    /** What lacked a part before this run cannot be there. */
    private boolean isNew(Manifest manifest) {
        return !has(manifest.digest())
                && (manifest instanceof ImageIndex index
                        ? index.manifests().stream().anyMatch(child -> isNew(source.manifest(child.digest())))
                        : manifest.references().stream().anyMatch(blob -> repository.hasTaken(blob.digest())));
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

    /** A manifest that is there may name what the registry has lost: its parts are looked for before. */
    @Override
    public void writeManifest(Manifest manifest) {
        Digest digest = manifest.digest();
        boolean isThere = !isNew(manifest) && (has(digest) || noted(digest, repository.hasManifest(digest)));
        if (!isThere) {
            repository.writeManifest(manifest);
        }
    }

    @Override
    public String toString() {
        return repository.toString();
    }
}
