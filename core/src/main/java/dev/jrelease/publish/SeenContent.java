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

/** Writes to a repository and remembers what the repository has shown, which need not be read back. */
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

    /** Counts a manifest with all of its parts as seen: every tag that names it exists already. */
    void note(Manifest manifest) {
        seen.add(manifest.digest());
        if (manifest instanceof ImageIndex index) {
            index.manifests().forEach(child -> note(source.manifest(child.digest())));
        } else {
            manifest.references().forEach(blob -> seen.add(blob.digest()));
        }
    }

    /** A blob of another size counts as missing; the registry accepts or refuses the upload. */
    @Override
    public boolean hasBlob(Descriptor blob) {
        return has(blob.digest())
                || repository.hasTaken(blob.digest())
                || noted(blob.digest(), repository.blobSize(blob).equals(Optional.of(blob.size())));
    }

    /** True only if its parts were seen, too: a registry may have a manifest without its blobs. */
    @Override
    public boolean hasManifest(Digest digest) {
        return seen.contains(digest);
    }

    /** Whether a part of it was uploaded by this run: then the manifest cannot have existed before. */
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

    /** Writes a manifest, unless the registry has it with all parts. */
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
