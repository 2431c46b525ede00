package dev.jrelease.testkit.registry;

import dev.jrelease.testkit.registry.Storage.Content;
import dev.jrelease.testkit.registry.Storage.Draft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a registry holds: content by digest, each in the repositories that were given it, and tags. */
final class RegistryContent {
    private static final byte[] NOTHING = {};
    private final Storage storage;

    RegistryContent(Storage storage) {
        this.storage = storage;
    }

    Draft draft() throws IOException {
        return storage.draft();
    }

    boolean knows(String repository) throws IOException {
        return !storage.names("repositories/" + repository).isEmpty();
    }

    Optional<Content> blob(String repository, String digest) throws IOException {
        return storage.find(blobLink(repository, digest)).isPresent()
                ? storage.find(content(digest))
                : Optional.empty();
    }

    void addBlob(String repository, String digest, Draft draft) throws IOException {
        draft.keepAs(content(digest));
        storage.put(blobLink(repository, digest), NOTHING);
    }

    /** Whether the other repository holds the blob, which is then in this one as well. */
    boolean mountBlob(String repository, String digest, String from) throws IOException {
        boolean there = blob(from, digest).isPresent();
        if (there) {
            storage.put(blobLink(repository, digest), NOTHING);
        }
        return there;
    }

    boolean deleteBlob(String repository, String digest) throws IOException {
        return storage.delete(blobLink(repository, digest));
    }

    /** A manifest by its tag or its digest. */
    Optional<StoredManifest> manifest(String repository, String reference) throws IOException {
        Optional<String> digest = reference.contains(":")
                ? Optional.of(reference)
                : text("repositories/" + repository + "/_tags/" + reference);
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> mediaType = text(manifestLink(repository, digest.get()));
        Optional<Content> bytes = storage.find(content(digest.get()));
        return mediaType.isPresent() && bytes.isPresent()
                ? Optional.of(new StoredManifest(mediaType.get(), bytes.get().bytes()))
                : Optional.empty();
    }

    void addManifest(String repository, StoredManifest manifest) throws IOException {
        storage.put(content(manifest.digest()), manifest.bytes());
        storage.put(
                manifestLink(repository, manifest.digest()),
                manifest.mediaType().getBytes(StandardCharsets.UTF_8));
    }

    /** Every manifest of a repository, by digest. */
    List<StoredManifest> manifests(String repository) throws IOException {
        List<StoredManifest> manifests = new ArrayList<>();
        for (String hex : storage.names("repositories/" + repository + "/_manifests/sha256")) {
            manifest(repository, "sha256:" + hex).ifPresent(manifests::add);
        }
        return manifests;
    }

    /** Removes a manifest, and every tag that names it. */
    boolean deleteManifest(String repository, String digest) throws IOException {
        for (String tag : tags(repository)) {
            if (text("repositories/" + repository + "/_tags/" + tag).equals(Optional.of(digest))) {
                deleteTag(repository, tag);
            }
        }
        return storage.delete(manifestLink(repository, digest));
    }

    List<String> tags(String repository) throws IOException {
        return storage.names("repositories/" + repository + "/_tags");
    }

    void tag(String repository, String tag, String digest) throws IOException {
        storage.put("repositories/" + repository + "/_tags/" + tag, digest.getBytes(StandardCharsets.UTF_8));
    }

    boolean deleteTag(String repository, String tag) throws IOException {
        return storage.delete("repositories/" + repository + "/_tags/" + tag);
    }

    private Optional<String> text(String key) throws IOException {
        Optional<Content> content = storage.find(key);
        return content.isPresent()
                ? Optional.of(new String(content.get().bytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String content(String digest) {
        return "content/" + digest.replace(':', '/');
    }

    private static String blobLink(String repository, String digest) {
        return "repositories/" + repository + "/_blobs/" + digest.replace(':', '/');
    }

    private static String manifestLink(String repository, String digest) {
        return "repositories/" + repository + "/_manifests/" + digest.replace(':', '/');
    }
}
