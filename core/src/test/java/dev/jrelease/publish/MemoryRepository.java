package dev.jrelease.publish;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.TagCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A repository in memory, as strict as a registry: what a manifest names must be there. */
public final class MemoryRepository implements ImageRepository {
    private final String name;
    private final boolean deletes;
    private final Map<String, Digest> tags = new ConcurrentHashMap<>();
    private final Map<Digest, Manifest> manifests = new ConcurrentHashMap<>();
    private final Map<Digest, byte[]> blobs = new ConcurrentHashMap<>();

    /** @param deletes whether tags can be removed */
    MemoryRepository(String name, boolean deletes) {
        this.name = name;
        this.deletes = deletes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Descriptor> resolve(String tagOrDigest) {
        Digest digest = Digest.parse(tagOrDigest).orElseGet(() -> tags.get(tagOrDigest));
        return digest == null
                ? Optional.empty()
                : Optional.ofNullable(manifests.get(digest)).map(Manifest::descriptor);
    }

    @Override
    public Manifest manifest(Digest digest) {
        Manifest manifest = manifests.get(digest);
        if (manifest == null) {
            throw refused("read manifest " + digest, "the layout does not contain it");
        }
        return manifest;
    }

    @Override
    public List<Descriptor> referrers(Digest subject) {
        return manifests.values().stream()
                .filter(manifest -> manifest.subject().equals(Optional.of(subject)))
                .map(Manifest::descriptor)
                .toList();
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        return new ByteArrayInputStream(blobs.getOrDefault(blob.digest(), new byte[0]));
    }

    @Override
    public Optional<Long> blobSize(Descriptor blob) {
        return Optional.ofNullable(blobs.get(blob.digest())).map(bytes -> (long) bytes.length);
    }

    @Override
    public boolean hasBlob(Descriptor blob) {
        return blobs.containsKey(blob.digest());
    }

    @Override
    public boolean hasManifest(Digest digest) {
        return manifests.containsKey(digest);
    }

    @Override
    public void writeBlob(Descriptor blob, Content content) throws IOException {
        try (InputStream in = content.open()) {
            blobs.put(blob.digest(), in.readAllBytes());
        }
    }

    @Override
    public void writeManifest(Manifest manifest) {
        for (Descriptor part : manifest.references()) {
            if (!manifests.containsKey(part.digest()) && !blobs.containsKey(part.digest())) {
                throw refused("push manifest " + manifest.digest(), "MANIFEST_BLOB_UNKNOWN " + part.digest());
            }
        }
        manifests.put(manifest.digest(), manifest);
    }

    @Override
    public void writeTag(String tag, Manifest manifest, TagCheck check) {
        writeManifest(manifest);
        tags.put(tag, manifest.digest());
    }

    @Override
    public List<String> writeTags(List<String> some, Manifest manifest, TagCheck check) {
        return List.of();
    }

    @Override
    public boolean deleteTag(String tag, TagCheck check) {
        if (deletes) {
            tags.remove(tag);
        }
        return deletes;
    }

    @Override
    public boolean mount(Descriptor blob, String fromRepository) {
        return false;
    }

    private ReleaseException refused(String attempt, String why) {
        return ReleaseException.couldNot(FailureKind.REGISTRY, attempt + " of " + name)
                .because(why)
                .build();
    }

    @Override
    public String toString() {
        return name;
    }
}
