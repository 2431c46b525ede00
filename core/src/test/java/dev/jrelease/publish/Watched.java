package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.TagCheck;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A repository, of which a test hears all that is done to it, before and after. What it throws is what the caller gets. */
final class Watched implements ImageRepository {
    private final ImageRepository repository;
    private final Watch watch;

    Watched(ImageRepository repository, Watch watch) {
        this.repository = repository;
        this.watch = watch;
    }

    /** Hears of calls: {@code write latest}, {@code push sha256:…}, {@code look latest}. */
    interface Watch {
        default void before(String call) {}

        default void after(String call) {}
    }

    private <T> T told(String call, Supplier<T> action) {
        watch.before(call);
        T result = action.get();
        watch.after(call);
        return result;
    }

    private void told(String call, Runnable action) {
        boolean _ = told(call, () -> {
            action.run();
            return true;
        });
    }

    @Override
    public String name() {
        return repository.name();
    }

    @Override
    public Optional<Descriptor> resolve(String tagOrDigest) {
        return told("look " + tagOrDigest, () -> repository.resolve(tagOrDigest));
    }

    @Override
    public Manifest manifest(Digest digest) {
        return told("read " + digest, () -> repository.manifest(digest));
    }

    @Override
    public List<Descriptor> referrers(Digest subject) {
        return repository.referrers(subject);
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        return repository.blob(blob);
    }

    @Override
    public Optional<Long> blobSize(Descriptor blob) {
        return told("size " + blob.digest(), () -> repository.blobSize(blob));
    }

    @Override
    public boolean hasBlob(Descriptor blob) {
        return told("has " + blob.digest(), () -> repository.hasBlob(blob));
    }

    @Override
    public boolean hasManifest(Digest digest) {
        return told("has " + digest, () -> repository.hasManifest(digest));
    }

    @Override
    public void writeBlob(Descriptor blob, Content content) throws IOException {
        watch.before("push " + blob.digest());
        repository.writeBlob(blob, content);
        watch.after("push " + blob.digest());
    }

    @Override
    public void writeManifest(Manifest manifest) {
        told("push " + manifest.digest(), () -> repository.writeManifest(manifest));
    }

    @Override
    public void writeTag(String tag, Manifest manifest, TagCheck check) {
        told("write " + tag, () -> repository.writeTag(tag, manifest, check));
    }

    @Override
    public List<String> writeTags(List<String> tags, Manifest manifest, TagCheck check) {
        return repository.writeTags(tags, manifest, check);
    }

    @Override
    public boolean deleteTag(String tag, TagCheck check) {
        return told("delete " + tag, () -> repository.deleteTag(tag, check));
    }

    @Override
    public boolean mount(Descriptor blob, String fromRepository) {
        return told("mount " + blob.digest(), () -> repository.mount(blob, fromRepository));
    }

    @Override
    public String toString() {
        return repository.toString();
    }
}
